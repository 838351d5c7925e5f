// The hazard function as a good tutorial would write it with wx-server-sdk: one collection per
// kind of thing, a user looked up by openid, records joined by id, a log and a message per act.
// It checks roles and input; it does not strip photos, seal identities or survive a kill.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();
const _ = db.command;

const userOf = async (openid) => {
  const { data } = await db.collection('b_users').where({ openid }).limit(1).get();
  return data[0];
};

const log = (hazardId, kind, userId, content) =>
  db.collection('b_logs').add({ data: { hazardId, kind, userId, content, at: db.serverDate() } });

const notify = (userId, hazardId, text) =>
  db
    .collection('b_messages')
    .add({ data: { userId, hazardId, text, read: false, at: new Date() } });

const report = async (event, openid) => {
  const user = await userOf(openid);
  const place = await db.collection('b_places').doc(event.placeId).get();
  const enterprise = await db.collection('b_enterprises').doc(place.data.enterpriseId).get();
  const since = new Date(Date.now() - 86400000);
  const today = await db
    .collection('b_hazards')
    .where({ openid, createdAt: _.gt(since) })
    .count();
  if (today.total >= 1000) throw new Error('too many');
  await db
    .collection('b_counters')
    .doc('hazard')
    .update({ data: { value: _.inc(1) } });
  const counter = await db.collection('b_counters').doc('hazard').get();
  const added = await db.collection('b_hazards').add({
    data: {
      openid,
      userId: user ? user._id : null,
      number: `2026-${counter.data.value}`,
      placeId: event.placeId,
      enterpriseId: enterprise.data._id,
      category: event.category,
      words: event.words || '',
      status: 'submitted',
      createdAt: new Date(),
    },
  });
  for (const fileID of event.photos) {
    await db.collection('b_photos').add({ data: { hazardId: added._id, fileID } });
  }
  await log(added._id, 'report', user ? user._id : null, {});
  const officers = await db
    .collection('b_users')
    .where({ enterpriseId: enterprise.data._id, role: 'officer' })
    .get();
  for (const officer of officers.data) await notify(officer._id, added._id, '新隐患');
  return { id: added._id, number: `2026-${counter.data.value}` };
};

const mine = async (_event, openid) => {
  await userOf(openid);
  const where = { openid };
  const total = await db.collection('b_hazards').where(where).count();
  const { data } = await db
    .collection('b_hazards')
    .where(where)
    .orderBy('createdAt', 'desc')
    .limit(20)
    .get();
  const ids = [...new Set(data.map((hazard) => hazard.placeId))];
  const places = await db
    .collection('b_places')
    .where({ _id: _.in(ids) })
    .get();
  const names = new Map(places.data.map((place) => [place._id, place.name]));
  return { total: total.total, list: data.map((h) => ({ ...h, place: names.get(h.placeId) })) };
};

const queue = async (_event, openid) => {
  const user = await userOf(openid);
  if (user.role !== 'officer') throw new Error('forbidden');
  const where = { enterpriseId: user.enterpriseId, status: _.in(['submitted', 'accepted']) };
  const total = await db.collection('b_hazards').where(where).count();
  const { data } = await db
    .collection('b_hazards')
    .where(where)
    .orderBy('createdAt', 'asc')
    .limit(20)
    .get();
  const ids = [...new Set(data.map((hazard) => hazard.placeId))];
  const places = await db
    .collection('b_places')
    .where({ _id: _.in(ids) })
    .get();
  const names = new Map(places.data.map((place) => [place._id, place.name]));
  return { total: total.total, list: data.map((h) => ({ ...h, place: names.get(h.placeId) })) };
};

const detail = async (event, openid) => {
  const user = await userOf(openid);
  const hazard = await db.collection('b_hazards').doc(event.id).get();
  if (hazard.data.openid !== openid && user.enterpriseId !== hazard.data.enterpriseId) {
    throw new Error('forbidden');
  }
  const place = await db.collection('b_places').doc(hazard.data.placeId).get();
  const photos = await db.collection('b_photos').where({ hazardId: event.id }).get();
  const logs = await db.collection('b_logs').where({ hazardId: event.id }).get();
  return { ...hazard.data, place: place.data, photos: photos.data, logs: logs.data };
};

const acknowledge = async (event, openid) => {
  const user = await userOf(openid);
  const hazard = await db.collection('b_hazards').doc(event.id).get();
  if (user.role !== 'officer' || user.enterpriseId !== hazard.data.enterpriseId) {
    throw new Error('forbidden');
  }
  const changed = await db
    .collection('b_hazards')
    .where({ _id: event.id, status: 'submitted' })
    .update({ data: { status: 'accepted', acceptedAt: new Date() } });
  if (changed.stats.updated !== 1) throw new Error('already accepted');
  await log(event.id, 'acknowledge', user._id, {});
  await notify(hazard.data.userId, event.id, '工会已受理');
  const after = await db.collection('b_hazards').doc(event.id).get();
  return after.data;
};

const verify = async (event, openid) => {
  const user = await userOf(openid);
  const hazard = await db.collection('b_hazards').doc(event.id).get();
  if (user.role !== 'officer' || user.enterpriseId !== hazard.data.enterpriseId) {
    throw new Error('forbidden');
  }
  const changed = await db
    .collection('b_hazards')
    .where({ _id: event.id, status: _.in(['submitted', 'accepted']) })
    .update({ data: { status: 'confirmed', wording: event.wording, verifiedAt: new Date() } });
  if (changed.stats.updated !== 1) throw new Error('already verified');
  await log(event.id, 'verify', user._id, { wording: event.wording });
  await notify(hazard.data.userId, event.id, '工会核实：属实');
  const after = await db.collection('b_hazards').doc(event.id).get();
  return after.data;
};

const ACTIONS = { report, mine, queue, detail, acknowledge, verify };

exports.main = async (event) => {
  const { OPENID } = cloud.getWXContext();
  const action = ACTIONS[event.action];
  if (action === undefined) return { code: 400, message: 'unknown action' };
  return { code: 0, data: await action(event, OPENID) };
};
