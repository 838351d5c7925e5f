// Compiles miniprogram/ with WeChat's own compiler, without a key and without a network, and
// fails on anything it complains about or silently leaves out. See README.md.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const ci = require('miniprogram-ci');
// Not part of the package's public face; its version is pinned.
const { getCompiler } = require('miniprogram-ci/dist/ci/getcompiler.js');
const { filesLeftOut, missingFiles, packageSizes } = require('./result');

const root = path.join(__dirname, '..', '..');
const APP_ID = 'wx0123456789abcdef';
const PATIENCE = 300_000;

/** What the platform would tell the compiler about the account: its size limits, in KB. */
const ATTRIBUTES = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2048,
    MaxSubpackageSubCodeSize: 2048,
    MaxSubpackageFullCodeSize: 30720,
    NavigateMiniprogramLimit: 10,
    MaxTabbarCount: 5,
    MinTabbarCount: 2,
    MaxTabbarIconSize: 40,
  },
};

/** Copies the project: the compiler drops links and must see nothing else of the repository. */
function copyProject(folder) {
  const config = JSON.parse(fs.readFileSync(path.join(root, 'project.config.json'), 'utf8'));
  const source = path.join(root, 'miniprogram');
  if (!fs.existsSync(path.join(source, 'vendor', 'core.js'))) {
    throw new Error('先运行 npm run build。Run npm run build first.');
  }
  fs.cpSync(source, path.join(folder, 'miniprogram'), { recursive: true, dereference: true });
  const { cloudfunctionRoot: _, ...rest } = config;
  const alone = { ...rest, appid: APP_ID, miniprogramRoot: 'miniprogram/' };
  fs.writeFileSync(path.join(folder, 'project.config.json'), JSON.stringify(alone, null, 2));
  return config;
}

function openProject(folder) {
  const project = new ci.Project({
    appid: APP_ID,
    type: 'miniProgram',
    projectPath: folder,
    // Never used: nothing is signed and nothing is sent.
    privateKey: 'none',
    ignores: ['node_modules/**/*'],
  });
  project.attr = async () => ATTRIBUTES;
  project._attr = ATTRIBUTES;
  project.attrSync = () => ATTRIBUTES;
  return project;
}

/** What the compiler warns of in app.json and in the JSON of each page and component. */
async function jsonWarnings(compiler) {
  const warnings = [];
  const app = await compiler.getAppJSON();
  if (app.__warning__) warnings.push(`app.json: ${app.__warning__}`);
  for (const name of await compiler.getAllPageAndComponent()) {
    const json = await compiler.getPageJSON(name);
    if (json.__warning__) warnings.push(`${name}.json: ${json.__warning__}`);
  }
  return warnings;
}

async function main() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'anshao-weapp-'));
  try {
    const config = copyProject(folder);
    const setting = { ...config.setting, minify: false };
    const project = openProject(folder);
    const compiler = await getCompiler(project, setting);
    const complaints = await jsonWarnings(compiler);
    const dropped = await compiler.getFiltedFileListReason();
    complaints.push(...filesLeftOut(dropped, config));
    const result = await ci.getCompiledResult({ project, version: '0.0.0', setting });
    complaints.push(...missingFiles(result, await compiler.getAllPageAndComponent()));
    const app = JSON.parse(fs.readFileSync(path.join(root, 'miniprogram', 'app.json'), 'utf8'));
    for (const { name, bytes } of packageSizes(result, app)) {
      console.log(`${name.padEnd(24)} ${Math.ceil(bytes / 1024)} KB`);
    }
    for (const complaint of complaints) console.error(`✗ ${complaint}`);
    const files = Object.keys(result).length;
    if (complaints.length === 0) console.log(`✓ ${files} 个文件，没有警告 files, no warnings`);
    return complaints.length === 0 ? 0 : 1;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

setTimeout(() => {
  console.error('五分钟没有编译完。Not compiled within five minutes.');
  process.exit(1);
}, PATIENCE);

// The compiler keeps processes of its own alive: this one ends them by ending.
main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
