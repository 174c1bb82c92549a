'use strict';
// Serves a few methods of Ethereum's API over TCP by jayson's server, until it is ended; prints where it listens.

const jayson = require('jayson');

const balances = new Map([['0x70997970c51812dc3a010c7d01b50e0d17dc79c8', '0xde0b6b3a7640000']]);

const server = new jayson.Server({
  eth_chainId: (params, callback) => callback(null, '0x7a69'),
  eth_blockNumber: (params, callback) => callback(null, '0x1'),
  eth_getBalance: ([address, block], callback) => callback(null, block === 'latest' ? balances.get(address) ?? '0x0' : '0x0'),
  eth_getTransactionByHash: (params, callback) => callback(null, null),
  eth_sendRawTransaction: (params, callback) =>
    callback({ code: -32003, message: 'Transaction rejected', data: { reason: 'nonce too low' } }),
});

const listening = server.tcp().listen(0, '127.0.0.1', () => console.log(`listening 127.0.0.1:${listening.address().port}`));
