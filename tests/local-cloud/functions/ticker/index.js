const cloudbase = require('@cloudbase/node-sdk');

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV });

exports.main = async (event, context) => {
  const { TRIGGER_SRC, TCB_SOURCE, WX_OPENID } = cloudbase.getCloudbaseContext(context);
  const run = { event, trigger: TRIGGER_SRC, source: TCB_SOURCE, at: Date.now() };
  await app.database().collection('runs').add(run);
  return { ...run, openid: WX_OPENID };
};
