const cloudbase = require('@cloudbase/node-sdk');

// Says what the platform tells a function about a call.
exports.main = async (event, context) => {
  const { WX_OPENID, TCB_SOURCE, TRIGGER_SRC, TCB_ENV } = cloudbase.getCloudbaseContext(context);
  return {
    event,
    openid: WX_OPENID,
    source: TCB_SOURCE,
    trigger: TRIGGER_SRC,
    environment: TCB_ENV,
    processOpenid: process.env.WX_OPENID,
    processSource: process.env.TCB_SOURCE,
    processTrigger: process.env.TRIGGER_SRC,
    runEnvironment: process.env.TENCENTCLOUD_RUNENV,
    namespace: process.env.SCF_NAMESPACE,
    greeting: process.env.GREETING,
    timeLimit: context.time_limit_in_ms,
    memoryLimit: context.memory_limit_in_mb,
    functionName: context.function_name,
    environ: context.environ,
    pid: process.pid,
    now: Date.now(),
    fresh: new Date().toISOString(),
    text: Date(),
    fixed: new Date(0).toISOString(),
    isDate: new Date() instanceof Date,
  };
};
