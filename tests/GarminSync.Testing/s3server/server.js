'use strict';

// An S3 server for tests: s3rver, what it lacks (forgetting an upload in parts), and what a test needs to know and to do.
//   node server.js PORT FOLDER BUCKET ACCESS_KEY SECRET_KEY
//   GET  /-/requests          the requests so far, as "METHOD path"; uploads in parts that are open as "OPEN id"
//   POST /-/hold?method=PUT   requests of this method wait, with their bodies unread, until DELETE /-/hold
const fs = require('fs');
const http = require('http');
const path = require('path');
const S3rver = require('@20minutes/s3rver');
const account = require('@20minutes/s3rver/lib/models/account');
const v4 = require('@20minutes/s3rver/lib/signature/v4');

const [port, directory, bucket, accessKey, secretKey] = process.argv.slice(2);
account.DUMMY_ACCOUNT.createKeyPair(accessKey, secretKey);

// A signature is over the path as it was sent, and s3rver forgets the slash behind a bucket's name.
const stringToSign = v4.getStringToSign;
v4.getStringToSign = (canonical, request) =>
  stringToSign(canonical.headers['x-sent-path'] ? { ...canonical, uri: canonical.headers['x-sent-path'] } : canonical, request);

const s3 = new S3rver({ directory, silent: true, vhostBuckets: false, configureBuckets: [{ name: bucket }] });
const answer = s3.callback();
const requests = [];
let held = null;
let waiting = [];

function findUpload(id) {
  if (!/^[0-9a-f]{32}$/.test(id)) return null;
  const folders = fs.readdirSync(directory, { recursive: true }).filter((name) => path.basename(name) === id);
  return folders.length ? path.join(directory, folders[0]) : null;
}

function openUploads() {
  return fs.readdirSync(directory, { recursive: true }).map((name) => path.basename(name)).filter((name) => /^[0-9a-f]{32}$/.test(name));
}

function control(request, response, url) {
  if (url.pathname === '/-/requests') {
    response.end(JSON.stringify([...requests, ...openUploads().map((id) => `OPEN ${id}`)]));
  } else if (request.method === 'POST') {
    held = url.searchParams.get('method');
    response.end();
  } else {
    held = null;
    waiting.forEach((go) => go());
    waiting = [];
    response.end();
  }
}

const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname.startsWith('/-/')) {
    control(request, response, url);
    return;
  }

  requests.push(`${request.method} ${url.pathname}${url.search} ${request.headers.range || ''}`.trim());
  delete request.headers['x-sent-path'];
  if (url.pathname === `/${bucket}/`) request.headers['x-sent-path'] = url.pathname;
  const go = () => {
    const upload = url.searchParams.get('uploadId');
    if (request.method === 'DELETE' && upload) {
      const folder = findUpload(upload);
      if (folder) fs.rmSync(folder, { recursive: true });
      response.statusCode = folder ? 204 : 404;
      response.end();
    } else {
      answer(request, response);
    }
  };
  if (request.method === held) waiting.push(go);
  else go();
});
server.on('clientError', (_, socket) => socket.destroy());
s3.configureBuckets().then(
  () => server.listen(Number(port), '127.0.0.1'),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
