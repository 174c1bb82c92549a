// The Go server of Bruce Eckel's "Calling Go from Python via JSON-RPC" (2011), brought up to date: it gives back what
// it is sent, between angle brackets. Usage: echo_server HOST:PORT; prints where it listens.
package main

import (
	"fmt"
	"log"
	"net"
	"net/rpc"
	"net/rpc/jsonrpc"
	"os"
)

// RPCFunc is a type only because net/rpc names methods by one.
type RPCFunc uint8

// Echo is called RPCFunc.Echo on the wire.
func (*RPCFunc) Echo(arg *string, result *string) error {
	*result = ">" + *arg + "<"
	return nil
}

func main() {
	listener, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	if err := rpc.Register(new(RPCFunc)); err != nil {
		log.Fatal(err)
	}
	fmt.Println("listening", listener.Addr())
	for {
		conn, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go jsonrpc.ServeConn(conn)
	}
}
