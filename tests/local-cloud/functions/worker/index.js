const cloudbase = require('@cloudbase/node-sdk');

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV });
const db = app.database();

const does = {
  add: ({ _id }) => db.collection('notes').add({ _id }),
  twice: async ({ _id }) => {
    await db.collection('notes').add({ _id: `${_id}-1` });
    await db.collection('notes').add({ _id: `${_id}-2` });
    return 'both';
  },
  call: ({ name, data }) => app.callFunction({ name, data }),
  upload: ({ path, text }) => app.uploadFile({ cloudPath: path, fileContent: Buffer.from(text) }),
  read: async ({ fileID }) => (await app.downloadFile({ fileID })).fileContent.toString(),
  wechat: ({ api, data }) => app.callWxOpenApi({ apiName: api, requestData: data }),
  image: async ({ api, bytes }) => {
    const answer = await app.callCompatibleWxOpenApi({
      apiName: api,
      requestData: Buffer.from(bytes, 'base64'),
    });
    return Buffer.isBuffer(answer) ? answer.toString('base64') : answer;
  },
};

// Does one thing with the unmodified SDK and says how it went, the SDK's own error included.
exports.main = async (event) => {
  try {
    return { ok: await does[event.op](event) };
  } catch (error) {
    return { code: error.code, message: error.message };
  }
};
