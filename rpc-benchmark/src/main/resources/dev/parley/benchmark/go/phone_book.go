// Serves and calls the phone book by Go's net/rpc/jsonrpc, driven by lines like the Java processes of this benchmark.
package main

import (
	"bufio"
	"fmt"
	"net"
	"net/rpc"
	"net/rpc/jsonrpc"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type Person struct {
	FirstName string `json:"first_name"`
	LastName  string `json:"last_name"`
	Id        int    `json:"id"`
	Number    int    `json:"number"`
}

type Query struct {
	LastName string `json:"last_name"`
	Limit    int    `json:"limit"`
}

type Book struct {
	mutex  sync.Mutex
	people []Person
}

var firstNames = []string{"Graham", "Terry", "Eric", "Michael", "John", "Connie", "Carol", "Neil"}

func at(index int) Person {
	return Person{firstNames[index%len(firstNames)], "Python", index, 5550000 + index}
}

func (b *Book) Echo(text string, reply *string) error {
	*reply = text
	return nil
}

func (b *Book) Search(query Query, reply *[]Person) error {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	for len(b.people) < query.Limit {
		b.people = append(b.people, at(len(b.people)))
	}
	*reply = b.people[:query.Limit]
	return nil
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve() {
	fail(rpc.Register(new(Book)))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	fail(err)
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	go func() {
		for {
			connection, err := listener.Accept()
			fail(err)
			go rpc.ServeCodec(jsonrpc.NewServerCodec(connection))
		}
	}()
	answer(func(words []string) string { return memory(words[0]) })
}

func memory(what string) string {
	var stats runtime.MemStats
	if what == "live" {
		runtime.GC()
		runtime.ReadMemStats(&stats)
		return strconv.FormatUint(stats.HeapAlloc, 10)
	}
	runtime.ReadMemStats(&stats)
	return strconv.FormatUint(stats.TotalAlloc, 10)
}

func answer(reply func(words []string) string) {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		fmt.Println(reply(strings.Fields(lines.Text())))
	}
}

type Client struct {
	port    string
	clients []*rpc.Client
}

func (c *Client) connect(count int) {
	for len(c.clients) > count {
		last := len(c.clients) - 1
		c.clients[last].Close()
		c.clients = c.clients[:last]
	}
	for len(c.clients) < count {
		client, err := jsonrpc.Dial("tcp", "127.0.0.1:"+c.port)
		fail(err)
		c.clients = append(c.clients, client)
	}
}

func (c *Client) open(count int) string {
	c.connect(count)
	for _, client := range c.clients {
		if !echo(client, "hello, world") {
			return "wrong"
		}
	}
	return "right"
}

func echo(client *rpc.Client, text string) bool {
	var reply string
	return client.Call("Book.Echo", text, &reply) == nil && reply == text
}

func search(client *rpc.Client, persons int) bool {
	var reply []Person
	err := client.Call("Book.Search", Query{"Python", persons}, &reply)
	return err == nil && len(reply) == persons &&
		(persons == 0 || reply[0] == at(0) && reply[persons-1] == at(persons-1))
}

// The shapes "seq", "p64" and "16x16": each call under way is a goroutine that waits, as Go has it.
func shape(name string) (connections, inFlight int) {
	if name == "seq" {
		return 1, 1
	}
	if strings.HasPrefix(name, "p") {
		inFlight, err := strconv.Atoi(name[1:])
		fail(err)
		return 1, inFlight
	}
	parts := strings.Split(name, "x")
	connections, err := strconv.Atoi(parts[0])
	fail(err)
	inFlight, err = strconv.Atoi(parts[1])
	fail(err)
	return connections, inFlight
}

func (c *Client) run(workload string, millis int) string {
	parts := strings.Split(workload, ".")
	connections, inFlight := shape(parts[1])
	persons := -1
	if parts[0] != "echo" {
		var err error
		persons, err = strconv.Atoi(parts[0])
		fail(err)
	}
	c.connect(connections)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	end := start.Add(time.Duration(millis) * time.Millisecond)
	var wrong int64
	var places sync.WaitGroup
	durations := make([][]int64, connections*inFlight)
	for i := range durations {
		places.Add(1)
		go func(place int) {
			defer places.Done()
			client := c.clients[place/inFlight]
			text := "hello, " + strconv.Itoa(10000+place)
			for began := time.Now(); began.Before(end); {
				right := false
				if persons < 0 {
					right = echo(client, text)
				} else {
					right = search(client, persons)
				}
				if !right {
					atomic.AddInt64(&wrong, 1)
				}
				now := time.Now()
				durations[place] = append(durations[place], int64(now.Sub(began)))
				began = now
			}
		}(i)
	}
	places.Wait()
	nanos := time.Since(start).Nanoseconds()
	runtime.ReadMemStats(&after)
	var all []int64
	for _, some := range durations {
		all = append(all, some...)
	}
	sort.Slice(all, func(i, j int) bool { return all[i] < all[j] })
	return fmt.Sprint(len(all), " ", nanos, " ", all[len(all)/2], " ", all[len(all)*99/100], " ", wrong, " ",
		after.TotalAlloc-before.TotalAlloc)
}

func main() {
	if os.Args[1] == "server" {
		serve()
		return
	}
	client := &Client{port: os.Args[2]}
	answer(func(words []string) string {
		switch words[0] {
		case "first":
			return client.open(1)
		case "open":
			count, err := strconv.Atoi(words[1])
			fail(err)
			return client.open(count)
		case "run":
			millis, err := strconv.Atoi(words[2])
			fail(err)
			return client.run(words[1], millis)
		default:
			return memory(words[0])
		}
	})
}
