import type { DemoAct, DemoReport } from './world';

const acknowledge = (by: string, hoursAgo: number): DemoAct => ({
  by,
  hoursAgo,
  do: { act: 'acknowledge' },
});

const confirm = (
  by: string,
  hoursAgo: number,
  level: 'ordinary' | 'suspectedMajor',
  criteria: readonly string[],
  wording: string,
): DemoAct => ({ by, hoursAgo, do: { act: 'confirm', level, criteria, wording } });

const decline = (
  by: string,
  hoursAgo: number,
  outcome: 'notTrue' | 'notAccepted',
  reason: string,
): DemoAct => ({ by, hoursAgo, do: { act: 'decline', outcome, reason } });

/** A dozen reports in every state the first job knows, from overdue to just come in. */
export const REPORTS: readonly DemoReport[] = [
  {
    by: 'worker-li',
    hoursAgo: 170,
    unit: 'furniture',
    place: '砂光间',
    category: 'dustChemical',
    scenes: ['dust', 'tank'],
    words: '两个砂光间的除尘管连在一起',
    acts: [
      acknowledge('furniture-chair', 160),
      confirm('furniture-chair', 146, 'suspectedMajor', ['除尘系统'], '两个砂光间的除尘管道连通'),
    ],
  },
  {
    by: 'worker-wang',
    hoursAgo: 150,
    unit: 'machine',
    place: '配电房',
    category: 'electric',
    scenes: ['cabinet'],
    acts: [
      acknowledge('machine-officer', 140),
      confirm('machine-officer', 52, 'ordinary', [], '配电箱门敞开，线头外露'),
    ],
  },
  {
    by: 'worker-wang',
    hoursAgo: 126,
    unit: 'machine',
    place: '装配车间 · 北门',
    category: 'exit',
    scenes: ['exit'],
    words: '货堆在门口好几天了',
    acts: [
      acknowledge('machine-officer', 120),
      decline('machine-officer', 100, 'notTrue', '到现场看了，门口已经清出来，通道是通的'),
    ],
  },
  {
    by: 'worker-li',
    hoursAgo: 122,
    unit: 'machine',
    place: '喷漆房',
    category: 'unclear',
    scenes: [],
    words: '休息区的椅子坏了',
    acts: [
      decline('machine-officer', 118, 'notAccepted', '椅子破损不属于安全隐患，已告诉后勤去修'),
    ],
  },
  {
    by: 'worker-li',
    hoursAgo: 100,
    unit: 'hardware',
    place: '打磨间',
    category: 'dustChemical',
    scenes: ['dust'],
    acts: [acknowledge('west-lead', 90)],
  },
  {
    by: 'worker-zhou',
    hoursAgo: 76,
    unit: 'logistics',
    place: '装卸月台',
    category: 'vehicle',
    scenes: ['forklift'],
    acts: [
      acknowledge('logistics-chair', 70),
      confirm('logistics-chair', 60, 'ordinary', [], '叉车倒车没有蜂鸣提示'),
    ],
  },
  {
    by: 'worker-wang',
    hoursAgo: 54,
    unit: 'machine',
    place: '冲压车间 · 3 号压力机旁',
    category: 'machine',
    scenes: ['press', 'guard'],
    acts: [acknowledge('machine-officer', 48)],
  },
  {
    by: 'worker-li',
    hoursAgo: 50,
    unit: 'food',
    place: '污水池',
    category: 'confinedSpace',
    scenes: ['pit'],
    words: '清淤的时候上面没有人看着',
    danger: true,
    acts: [acknowledge('food-officer', 49)],
  },
  {
    by: 'worker-zhou',
    hoursAgo: 47,
    unit: 'building',
    place: '3 号楼临边',
    category: 'height',
    scenes: ['edge', 'edge'],
    acts: [acknowledge('east-officer', 40)],
  },
  {
    by: 'worker-wang',
    hoursAgo: 30,
    unit: 'machine',
    place: '冲压车间 · 3 号压力机旁',
    category: 'equipment',
    scenes: ['tank'],
    toSuperior: true,
    acts: [],
  },
  {
    by: 'worker-li',
    hoursAgo: 8,
    unit: 'furniture',
    place: '成品仓库',
    category: 'exit',
    scenes: ['exit'],
    acts: [],
  },
  {
    by: 'worker-zhou',
    hoursAgo: 2,
    unit: 'machine',
    place: '装配车间 · 北门',
    category: 'vehicle',
    scenes: ['forklift', 'oil'],
    acts: [],
  },
];
