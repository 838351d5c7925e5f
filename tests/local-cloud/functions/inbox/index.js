const cloudbase = require('@cloudbase/node-sdk');

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV });

exports.main = async (event, context) => {
  const { TCB_SOURCE, WX_OPENID } = cloudbase.getCloudbaseContext(context);
  await app.database().collection('runs').add({ pushed: event });
  return { event, source: TCB_SOURCE, openid: WX_OPENID };
};
