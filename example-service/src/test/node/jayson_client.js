'use strict';
// Calls a server of Ethereum's API over TCP by jayson's client, which opens a connection for each request; prints each
// answer on a line. Usage: jayson_client.js HOST PORT

const jayson = require('jayson/promise');

const [host, port] = process.argv.slice(2);
const client = jayson.Client.tcp({ host, port: Number(port) });

const show = (answer) => console.log(JSON.stringify(answer));

async function main() {
  let id = 0;
  const call = (method, params) => client.request(method, params, ++id);
  const entry = (method, params) => client.request(method, params, ++id, false);

  show(await call('eth_blockNumber', []));
  show(await call('eth_getBalance', ['0x70997970c51812dc3a010c7d01b50e0d17dc79c8', 'latest']));
  show(await call('eth_getBalance', { Block: 'latest', Address: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8' }));
  show(await call('eth_getBlockByNumber', ['0x1', false]));
  show(await call('eth_getBlockByNumber', ['0xff', false]));
  show(await call('eth_sendRawTransaction', ['0x00']));
  show(await call('eth_getBalance', [1, 'latest']));
  show(await call('eth_coinbase', []));
  show(await call('eth_nope', []));
  show(await client.request([entry('eth_chainId', []), entry('eth_blockNumber', []), entry('eth_coinbase', [])]));
  // A notification is answered by nothing; jayson's client says null.
  show((await client.request('eth_blockNumber', [], null)) ?? null);
}

main();
