'use strict';
// node-easywechat and @wecom/crypto, unmodified, against a running simulator:
//     npm ci && node clients.js http://127.0.0.1:7700
// Loads a corp of its own, and removes it at the end. Each check prints one line; the first that fails ends the run.

const assert = require('assert');
const fs = require('fs');
const http = require('http');
const os = require('os');
const path = require('path');
const Application = require('node-easywechat/dist/Work/Application.js');
const { getSignature, decrypt, encrypt } = require('@wecom/crypto');

const base = (process.argv[2] || 'http://127.0.0.1:7700').replace(/\/$/, '');
const CORP = 'wwnodeclients';
const SECRET = 's3cret-of-node';
const TOKEN = 'tokenOfNode';
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE';
let checks = 0;

async function check(what, work) {
  await work();
  checks++;
  console.log('ok ' + checks + ' ' + what);
}

async function control(method, path, body) {
  const response = await fetch(base + '/simulator/corps' + path, { method, body: body && JSON.stringify(body) });
  const text = await response.text();
  assert.ok(response.ok, method + ' ' + path + ' ' + response.status + ' ' + text);
  return JSON.parse(text);
}

const act = (action) => control('POST', '/' + CORP + '/actions', action);

/** An application's address for callbacks, which reads them by @wecom/crypto alone. */
function receiver() {
  const events = [];
  const challenges = [];
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
      const query = new URL(request.url, base).searchParams;
      const body = Buffer.concat(chunks).toString();
      const encrypted = query.get('echostr') || /<Encrypt><!\[CDATA\[(.*?)]]><\/Encrypt>/.exec(body)[1];
      const given = [query.get('timestamp'), query.get('nonce')];
      const opened = decrypt(AES_KEY, encrypted);
      const signed = getSignature(TOKEN, ...given, encrypted) === query.get('msg_signature');
      (query.has('echostr') ? challenges : events).push({ opened, encrypted, signed, given, query });
      response.end(query.has('echostr') ? opened.message : 'success');
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ events, challenges, server })));
}

async function main() {
  // node-easywechat keeps its tokens in files where it runs
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'node-clients-'));
  process.chdir(place);
  const inbox = await receiver();
  const url = 'http://127.0.0.1:' + inbox.server.address().port + '/callback';
  await control('POST', '', {
    corpId: CORP,
    clock: { mode: 'STEPPED', now: '2026-03-02T02:00:00Z' },
    apps: [{ agentId: 1000002, secret: SECRET }],
    staff: [{ userid: 'ada' }, { userid: 'bo' }],
    tags: [{ group: 'level', names: ['gold'] }],
  });
  try {
    await run(inbox, url);
    console.log(checks + ' passed, 0 failed');
  } finally {
    await control('DELETE', '/' + CORP);
    inbox.server.close();
    process.chdir(os.tmpdir());
    fs.rmSync(place, { recursive: true });
  }
}

async function run(inbox, url) {
  const config = { corp_id: CORP, secret: SECRET, token: TOKEN, aes_key: AES_KEY, http: { baseURL: base + '/' } };
  const app = new Application(config);
  const client = app.getClient();
  const get = async (name, params) => (await client.get('cgi-bin/' + name, { params })).toObject();
  const post = async (name, body) => (await client.postJson('cgi-bin/externalcontact/' + name, body)).toObject();

  await check('a token, the same while it is valid', async () => {
    const token = await app.getAccessToken().getToken();
    assert.ok(token.length > 0 && token.length <= 512);
    assert.strictEqual(await app.getAccessToken().getToken(), token);
    assert.strictEqual((await get('getcallbackip')).ip_list.length, 1);
  });

  await check('the callback address is verified, with what @wecom/crypto decrypts', async () => {
    await control('PUT', '/' + CORP + '/apps/1000002/callback', { url, token: TOKEN, aesKey: AES_KEY });
    assert.strictEqual(inbox.challenges.length, 1);
    assert.ok(inbox.challenges[0].signed);
    assert.strictEqual(inbox.challenges[0].opened.id, CORP);
  });

  let way;
  await check('members and a contact way', async () => {
    assert.deepStrictEqual((await get('externalcontact/get_follow_user_list')).follow_user, ['ada', 'bo']);
    way = await post('add_contact_way', { type: 1, scene: 2, state: 'shop-17', user: ['ada'] });
    assert.match(way.config_id, /^[0-9a-f]{32}$/);
    const read = (await post('get_contact_way', { config_id: way.config_id })).contact_way;
    assert.strictEqual(read.state, 'shop-17');
    assert.deepStrictEqual(read.user, ['ada']);
  });

  let customer;
  await check('an event, opened by @wecom/crypto and by node-easywechat', async () => {
    customer = (await act({ type: 'SCAN', configId: way.config_id, name: '小雨' })).externalUserId;
    const event = inbox.events[0];
    assert.ok(event.signed);
    assert.strictEqual(event.opened.id, CORP);
    assert.ok(event.opened.message.includes('<ChangeType><![CDATA[add_external_contact]]></ChangeType>'));
    assert.ok(event.opened.message.includes('<ExternalUserID><![CDATA[' + customer + ']]></ExternalUserID>'));
    assert.ok(event.opened.message.includes('<State><![CDATA[shop-17]]></State>'));
    const again = app.getEncryptor().decrypt(
        event.encrypted, event.query.get('msg_signature'), event.query.get('nonce'), event.query.get('timestamp'));
    assert.strictEqual(again.toString(), event.opened.message);
  });

  await check('the same event, encrypted by @wecom/crypto, is the same to the byte', async () => {
    for (const each of inbox.events.concat(inbox.challenges)) {
      assert.strictEqual(encrypt(AES_KEY, each.opened.message, CORP, each.opened.random), each.encrypted);
    }
  });

  await check('customers: list, get, by member, remark', async () => {
    assert.deepStrictEqual((await get('externalcontact/list', { userid: 'ada' })).external_userid, [customer]);
    await post('remark', { userid: 'ada', external_userid: customer, remark: '小雨-3栋' });
    const detail = await get('externalcontact/get', { external_userid: customer });
    assert.strictEqual(detail.external_contact.name, '小雨');
    assert.strictEqual(detail.follow_user[0].remark, '小雨-3栋');
    const page = await post('batch/get_by_user', { userid_list: ['ada', 'bo'], limit: 100 });
    assert.strictEqual(page.external_contact_list.length, 1);
    const none = await get('externalcontact/list', { userid: 'bo' });
    assert.strictEqual(none.errcode, 84061);
    assert.deepStrictEqual(none.external_userid, []);
  });

  await check('tags: make, put on, read, delete', async () => {
    const made = (await post('add_corp_tag', { group_name: '意向', tag: [{ name: '高' }] })).tag_group;
    const id = made.tag[0].id;
    await post('mark_tag', { userid: 'ada', external_userid: customer, add_tag: [id] });
    const detail = await get('externalcontact/get', { external_userid: customer });
    assert.deepStrictEqual(detail.follow_user[0].tags.map((tag) => tag.tag_name), ['高']);
    assert.strictEqual((await post('get_corp_tag_list', {})).tag_group.length, 2);
    assert.strictEqual((await post('del_corp_tag', { tag_id: [id] })).errcode, 0);
  });

  await check('a mass message: made, confirmed by the member, received', async () => {
    const made = await post('add_msg_template', {
      external_userid: [customer, 'wmNobody'],
      sender: 'ada',
      text: { content: '新品上市' },
      attachments: [{ msgtype: 'link', link: { title: '菜单', url: 'https://example.cn/menu' } }],
    });
    assert.deepStrictEqual(made.fail_list, ['wmNobody']);
    assert.strictEqual((await post('get_groupmsg_task', { msgid: made.msgid })).task_list[0].status, 0);
    await act({ type: 'CONFIRM', msgid: made.msgid });
    const result = await post('get_groupmsg_send_result', { msgid: made.msgid, userid: 'ada' });
    assert.deepStrictEqual(result.send_list.map((row) => [row.external_userid, row.status]), [[customer, 1]]);
  });

  await check('a token that was taken back is refused, and a fresh one fetched', async () => {
    await act({ type: 'VOID_TOKENS' });
    assert.strictEqual((await get('externalcontact/get_follow_user_list')).errcode, 40014);
    await app.getAccessToken().refresh();
    assert.strictEqual((await get('externalcontact/get_follow_user_list')).errcode, 0);
  });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
