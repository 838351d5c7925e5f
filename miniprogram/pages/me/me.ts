import { openJoin, openMine, openUnit } from '../../services/nav';
import { onSession, syncSession } from '../../services/session';
import { selectTab } from '../../services/tabs';
import { textSizeBehavior } from '../../services/text-size';
import { type PostLine, postLine } from './me.view';

interface Data {
  readonly known: boolean;
  readonly posts: readonly PostLine[];
}
const data: Data = { known: false, posts: [] };

interface Live {
  stop?: () => void;
}
const live: Live = {};

/** Own reports, own posts, and what a post may arrange. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onShow() {
    selectTab(this, 'pages/me/me');
    live.stop = onSession(({ posts }) => {
      if (posts === undefined) return;
      this.setData({ known: true, posts: posts.map(postLine) });
    });
    void syncSession();
  },
  onHide() {
    live.stop?.();
  },
  onMine() {
    openMine();
  },
  onJoin() {
    openJoin();
  },
  onUnit(event: WechatMiniprogram.TouchEvent) {
    const post = this.data.posts.find(({ key }) => key === event.currentTarget.dataset['key']);
    if (post?.opens === true) openUnit(post.unitId);
  },
});
