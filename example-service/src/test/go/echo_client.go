// The Go client of Bruce Eckel's "Calling Go from Python via JSON-RPC" (2011), brought up to date: it sends each word of
// its command line to RPCFunc.Echo. Usage: echo_client HOST:PORT WORD...
package main

import (
	"fmt"
	"log"
	"net/rpc/jsonrpc"
	"os"
)

func main() {
	client, err := jsonrpc.Dial("tcp", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	for _, arg := range os.Args[2:] {
		var reply string
		if err := client.Call("RPCFunc.Echo", arg, &reply); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("Sent: %s\nReply: %s\n", arg, reply)
	}
}
