// The answers and bodies of the API, made from its OpenAPI document by `python -m tests.js.api_types`.

/** A number, N or C numbers, or rows of them, as `shape` says. */
export type Value = any;

export interface AcceleratedProximal {
  kind: "apg";
  learning_rate?: number;
}

export interface AccountAnswer {
  predicted: LossParts;
  actual: LossParts;
}

export interface AdaGrad {
  kind: "adagrad";
  learning_rate?: number;
}

export interface Adam {
  kind: "adam";
  learning_rate?: number;
  beta1?: number;
  beta2?: number;
}

export interface AveragedSGD {
  kind: "averaged_sgd";
  learning_rate?: number;
}

export interface Catalogue {
  losses: Record<string, any>[];
  penalties: Record<string, any>[];
  optimizers: Record<string, any>[];
  schedules: Record<string, any>[];
  datasets: Record<string, any>[];
  presets: Record<string, any>[];
}

export interface CellAnswer {
  step: string;
  row: number;
  column: number;
  text: string;
  value: number;
  reads: CellTerm[];
}

export interface CellAt {
  step: string;
  row?: number;
  column?: number;
}

export interface CellPlace {
  step: string;
  row: number;
  column: number;
}

export interface CellTerm {
  step: string;
  row: number;
  column: number;
  minus: boolean;
}

export interface CellsAnswer {
  cells: CellAnswer[];
}

export interface CheckAnswer {
  verdict: "right" | "kink" | "doubtful" | "wrong";
  h: number;
  total: PartAnswer;
  data: PartAnswer | null;
  penalty: PartAnswer | null;
  entries: EntryAnswer[];
  curve: CurveAnswer;
}

export interface CheckBody {
  layout?: "XW" | "WX";
  X: number[][];
  y: number[];
  classes?: number | null;
  W?: number[][] | null;
  b?: number[] | null;
  bias?: boolean;
  loss?:
    | WestonWatkins
    | SquaredWestonWatkins
    | CrammerSinger
    | OneVsAll
    | Softmax
    | SmoothHinge
    | Perceptron
    | Hinge
    | SquaredHinge
    | Logistic
    | Pinball
    | TruncatedPinball
    | HuberizedTruncatedPinball;
  penalty?: NoPenalty | L2 | L1 | ElasticNet;
  optimizer?: SGD | Momentum | Nesterov | AdaGrad | RMSprop | Adam | AveragedSGD | Pegasos | AcceleratedProximal;
  schedule?: Constant | StepDecay | Exponential | InverseTime | Cosine;
  batch?: "full" | number;
  iterations?: number;
  box?: number[] | null;
  unit?: number | null;
  seed?: number;
  dW?: number[][] | null;
  db?: number[] | null;
}

export interface CodeAnswer {
  dialect: "numpy-loops" | "numpy" | "pytorch" | "scikit-learn" | "notebook";
  filename: string;
  language: "python" | "ipynb";
  code: string;
  lines: CodeLine[];
}

export interface CodeLine {
  text: string;
  steps: string[];
}

export interface CompareBody {
  layout?: "XW" | "WX";
  X: number[][];
  y: number[];
  classes?: number | null;
  W?: number[][] | null;
  b?: number[] | null;
  bias?: boolean;
  loss?:
    | WestonWatkins
    | SquaredWestonWatkins
    | CrammerSinger
    | OneVsAll
    | Softmax
    | SmoothHinge
    | Perceptron
    | Hinge
    | SquaredHinge
    | Logistic
    | Pinball
    | TruncatedPinball
    | HuberizedTruncatedPinball;
  penalty?: NoPenalty | L2 | L1 | ElasticNet;
  optimizer?: SGD | Momentum | Nesterov | AdaGrad | RMSprop | Adam | AveragedSGD | Pegasos | AcceleratedProximal;
  schedule?: Constant | StepDecay | Exponential | InverseTime | Cosine;
  batch?: "full" | number;
  iterations?: number;
  box?: number[] | null;
  unit?: number | null;
  seed?: number;
  variants: VariantBody[];
}

export interface ComparisonAnswer {
  batches: number[][];
  batches_per_epoch: number;
  scene_every: number;
  variants: VariantAnswer[];
  comparable: boolean;
}

export interface Constant {
  kind: "constant";
}

export interface Cosine {
  kind: "cosine";
  period?: number;
  floor?: number;
}

export interface CrammerSinger {
  kind: "crammer_singer";
  delta?: number;
  kink?: number;
  tolerance?: number;
}

export interface CurveAnswer {
  h: number[];
  total: number[];
  data: number[] | null;
  penalty: number[] | null;
}

export interface DatasetAnswer {
  kind: string;
  X: number[][];
  y: number[];
  classes: number;
  W: number[][];
  b: number[];
}

export interface DiagnoseAnswer {
  verdict: "right" | "right_so_far" | "wrong";
  gradient_right: boolean;
  layout: "D×C" | "C×D";
  stacked: "first" | "last" | null;
  digits: number;
  error: number;
  largest: number;
  differences: DifferenceAnswer[];
  loss: LossAnswer | null;
  factor: number | null;
  explanations: ExplanationAnswer[];
  undecided: ExplanationAnswer[];
  more: number;
  nearest: ExplanationAnswer | null;
  distance: number | null;
  near: NearAnswer | null;
}

export interface DiagnoseBody {
  layout?: "XW" | "WX";
  X: number[][];
  y: number[];
  classes?: number | null;
  W?: number[][] | null;
  b?: number[] | null;
  bias?: boolean;
  loss?:
    | WestonWatkins
    | SquaredWestonWatkins
    | CrammerSinger
    | OneVsAll
    | Softmax
    | SmoothHinge
    | Perceptron
    | Hinge
    | SquaredHinge
    | Logistic
    | Pinball
    | TruncatedPinball
    | HuberizedTruncatedPinball;
  penalty?: NoPenalty | L2 | L1 | ElasticNet;
  optimizer?: SGD | Momentum | Nesterov | AdaGrad | RMSprop | Adam | AveragedSGD | Pegasos | AcceleratedProximal;
  schedule?: Constant | StepDecay | Exponential | InverseTime | Cosine;
  batch?: "full" | number;
  iterations?: number;
  box?: number[] | null;
  unit?: number | null;
  seed?: number;
  formulas?: "XW" | "WX" | null;
  given: GivenBody;
}

export interface DifferenceAnswer {
  parameter: string;
  given: number;
  expected: number;
}

export interface ElasticNet {
  kind: "elastic_net";
  strength?: number;
  alpha?: number;
  penalize_bias?: boolean;
}

export interface EntryAnswer {
  parameter: string;
  analytic: number;
  numeric: number;
  backward: number;
  forward: number;
  error: number;
  verdict: "right" | "kink" | "doubtful" | "wrong";
  pairs: number[][];
}

export interface ExplanationAnswer {
  mistakes: MistakeAnswer[];
  alike: string[];
  cells: CellPlace[];
  points: number[];
}

export interface Exponential {
  kind: "exponential";
  ratio?: number;
}

export interface ExportBody {
  layout?: "XW" | "WX";
  X: number[][];
  y: number[];
  classes?: number | null;
  W?: number[][] | null;
  b?: number[] | null;
  bias?: boolean;
  loss?:
    | WestonWatkins
    | SquaredWestonWatkins
    | CrammerSinger
    | OneVsAll
    | Softmax
    | SmoothHinge
    | Perceptron
    | Hinge
    | SquaredHinge
    | Logistic
    | Pinball
    | TruncatedPinball
    | HuberizedTruncatedPinball;
  penalty?: NoPenalty | L2 | L1 | ElasticNet;
  optimizer?: SGD | Momentum | Nesterov | AdaGrad | RMSprop | Adam | AveragedSGD | Pegasos | AcceleratedProximal;
  schedule?: Constant | StepDecay | Exponential | InverseTime | Cosine;
  batch?: "full" | number;
  iterations?: number;
  box?: number[] | null;
  unit?: number | null;
  seed?: number;
  formulas?: "XW" | "WX" | null;
  iteration?: number;
  theme?: "light" | "dark";
  width?: number;
  digits?: number;
}

export interface FaultModel {
  pointer: string;
  detail: string;
}

export interface FigureAnswer {
  data: Record<string, any>[];
  layout: Record<string, any>;
}

export interface FigureBody {
  layout?: "XW" | "WX";
  X: number[][];
  y: number[];
  classes?: number | null;
  W?: number[][] | null;
  b?: number[] | null;
  bias?: boolean;
  loss?:
    | WestonWatkins
    | SquaredWestonWatkins
    | CrammerSinger
    | OneVsAll
    | Softmax
    | SmoothHinge
    | Perceptron
    | Hinge
    | SquaredHinge
    | Logistic
    | Pinball
    | TruncatedPinball
    | HuberizedTruncatedPinball;
  penalty?: NoPenalty | L2 | L1 | ElasticNet;
  optimizer?: SGD | Momentum | Nesterov | AdaGrad | RMSprop | Adam | AveragedSGD | Pegasos | AcceleratedProximal;
  schedule?: Constant | StepDecay | Exponential | InverseTime | Cosine;
  batch?: "full" | number;
  iterations?: number;
  box?: number[] | null;
  unit?: number | null;
  seed?: number;
  formulas?: "XW" | "WX" | null;
  iteration?: number;
  log?: boolean;
  parameters?: string[] | null;
  span?: number | null;
  resolution?: number | null;
  compare?: ProblemBody | null;
  variants?: VariantBody[] | null;
  measure?: "total" | "data" | "accuracy" | "gradient_norm";
}

export interface Frame {
  box: number[];
  regions: number[][][];
  lines: (number[][] | null)[];
  levels: (number[][] | null)[];
  arrows: (number[][] | null)[];
  violations: number[][];
  margins: Value[][];
}

export interface GivenBody {
  dW: string | number[][] | number[];
  db?: string | number[] | null;
  loss?: string | number | null;
}

export interface GradientAnswer {
  scores: number[][];
  margins: number[][] | null;
  hinge: number[][] | null;
  mask: number[][] | null;
  dS: number[][];
  dW: number[][];
  db: number[];
  loss: Losses;
  accuracy: number;
  slack_C: number | null;
}

export interface Hinge {
  kind: "hinge";
  delta?: number;
  kink?: number;
  tolerance?: number;
}

export interface HuberizedTruncatedPinball {
  kind: "huberized_truncated_pinball";
  delta?: number;
  tau?: number;
  a?: number | null;
  kappa?: number | null;
  width?: number;
  kink?: number;
  tolerance?: number;
}

export interface InverseTime {
  kind: "inverse_time";
  decay?: number;
}

export interface L1 {
  kind: "l1";
  strength?: number;
  penalize_bias?: boolean;
}

export interface L2 {
  kind: "l2";
  strength?: number;
  convention?: "full" | "half";
  penalize_bias?: boolean;
}

export interface LinkAnswer {
  id: string;
  title: string | null;
  content: Record<string, any>;
  created: string;
}

export interface LinkBody {
  link?: string | null;
  content?: Record<string, any> | null;
  title?: string | null;
}

export interface LinkMade {
  id: string;
  path: string;
  key?: string | null;
}

export interface Logistic {
  kind: "logistic";
}

export interface LossAnswer {
  given: number;
  expected: number;
  right: boolean;
}

export interface LossParts {
  data: number;
  penalty: number;
  total: number;
}

export interface Losses {
  data: number;
  penalty: number;
  total: number;
  per_point: number[];
}

export interface MistakeAnswer {
  kind: string;
  title: string;
  note: string;
  sentence: string;
  code: string;
  fix: string;
}

export interface Momentum {
  kind: "momentum";
  learning_rate?: number;
  momentum?: number;
}

export interface NearAnswer {
  kind: "rounding" | "single" | "half" | "rounded" | "difference" | "kink";
  within: number;
  step: number | null;
  points: number[];
}

export interface Nesterov {
  kind: "nesterov";
  learning_rate?: number;
  momentum?: number;
}

export interface NoPenalty {
  kind: "none";
}

export interface OneVsAll {
  kind: "one_vs_all";
  delta?: number;
  kink?: number;
  tolerance?: number;
}

export interface PartAnswer {
  verdict: "right" | "kink" | "doubtful" | "wrong";
  error: number;
}

export interface PassAnswer {
  iteration: number;
  epoch: number;
  batch: number[];
  W: number[][];
  b: number[];
  steps: StepAnswer[];
  cells: CellAnswer[];
  learning_rate: number;
  zero_loss: number;
  loss: LossParts;
  accuracy: number;
  scene: PassScene | null;
}

export interface PassBody {
  layout?: "XW" | "WX";
  X: number[][];
  y: number[];
  classes?: number | null;
  W?: number[][] | null;
  b?: number[] | null;
  bias?: boolean;
  loss?:
    | WestonWatkins
    | SquaredWestonWatkins
    | CrammerSinger
    | OneVsAll
    | Softmax
    | SmoothHinge
    | Perceptron
    | Hinge
    | SquaredHinge
    | Logistic
    | Pinball
    | TruncatedPinball
    | HuberizedTruncatedPinball;
  penalty?: NoPenalty | L2 | L1 | ElasticNet;
  optimizer?: SGD | Momentum | Nesterov | AdaGrad | RMSprop | Adam | AveragedSGD | Pegasos | AcceleratedProximal;
  schedule?: Constant | StepDecay | Exponential | InverseTime | Cosine;
  batch?: "full" | number;
  iterations?: number;
  box?: number[] | null;
  unit?: number | null;
  seed?: number;
  formulas?: "XW" | "WX" | null;
  iteration?: number;
  point?: number | null;
  cells?: CellAt[];
}

export interface PassScene {
  box: number[];
  regions: number[][][];
  lines: (number[][] | null)[];
  levels: (number[][] | null)[];
  arrows: (number[][] | null)[];
  violations: number[][];
  margins: Value[][];
  losses: number[];
  correct: boolean[];
  unit: number | null;
  frames: Frame[];
}

export interface Pegasos {
  kind: "pegasos";
  projection?: boolean;
}

export interface Perceptron {
  kind: "perceptron";
  kink?: number;
  tolerance?: number;
}

export interface Pinball {
  kind: "pinball";
  delta?: number;
  tau?: number;
  kink?: number;
  tolerance?: number;
}

export interface ProblemBody {
  layout?: "XW" | "WX";
  X: number[][];
  y: number[];
  classes?: number | null;
  W?: number[][] | null;
  b?: number[] | null;
  bias?: boolean;
  loss?:
    | WestonWatkins
    | SquaredWestonWatkins
    | CrammerSinger
    | OneVsAll
    | Softmax
    | SmoothHinge
    | Perceptron
    | Hinge
    | SquaredHinge
    | Logistic
    | Pinball
    | TruncatedPinball
    | HuberizedTruncatedPinball;
  penalty?: NoPenalty | L2 | L1 | ElasticNet;
  optimizer?: SGD | Momentum | Nesterov | AdaGrad | RMSprop | Adam | AveragedSGD | Pegasos | AcceleratedProximal;
  schedule?: Constant | StepDecay | Exponential | InverseTime | Cosine;
  batch?: "full" | number;
  iterations?: number;
  box?: number[] | null;
  unit?: number | null;
  seed?: number;
}

export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors: FaultModel[];
}

export interface Pulls {
  slopes: number[][];
  strengths: number[];
}

export interface RMSprop {
  kind: "rmsprop";
  learning_rate?: number;
  decay?: number;
}

export interface RunAnswer {
  batches: number[][];
  batches_per_epoch: number;
  scene_every: number;
  totals: number[];
  data: number[];
  penalty: number[];
  accuracy: number[];
  gradient_norm: number[];
  W: number[][][];
  b: number[][];
  learning_rates: number[];
  scenes: Scene[] | null;
  diverged_at: number | null;
}

export interface SGD {
  kind: "sgd";
  learning_rate?: number;
}

export interface Scene {
  box: number[];
  regions: number[][][];
  lines: (number[][] | null)[];
  levels: (number[][] | null)[];
  arrows: (number[][] | null)[];
  violations: number[][];
  margins: Value[][];
  losses: number[];
  correct: boolean[];
}

export interface SmoothHinge {
  kind: "smooth_hinge";
  delta?: number;
  gamma?: number;
}

export interface Softmax {
  kind: "softmax";
}

export interface SquaredHinge {
  kind: "squared_hinge";
  delta?: number;
}

export interface SquaredWestonWatkins {
  kind: "squared_weston_watkins";
  delta?: number;
}

export interface State {
  status: string;
}

export interface StepAnswer {
  id: string;
  direction: "forward" | "backward" | "update";
  node: string | null;
  symbol: string;
  title: string;
  action: string;
  tex: string;
  mathml: string;
  sentence: string;
  question: string;
  picture: (
    | "scores"
    | "margins"
    | "lengths"
    | "squares"
    | "shares"
    | "numbers"
    | "ring"
    | "rings"
    | "weights"
    | "ticks"
    | "pieces"
    | "chain"
    | "shifts"
    | "decay"
    | "sum"
    | "direction"
    | "spread"
    | "turn"
  )[];
  stage: string[];
  shape: number[];
  value: Value;
  scale: number;
  reads: string[];
  product: [string, string] | null;
}

export interface StepDecay {
  kind: "step";
  factor?: number;
  every?: number;
}

export interface TruncatedPinball {
  kind: "truncated_pinball";
  delta?: number;
  tau?: number;
  a?: number | null;
  kappa?: number | null;
  kink?: number;
  tolerance?: number;
}

export interface VariantAnswer {
  totals: number[];
  data: number[];
  penalty: number[];
  accuracy: number[];
  gradient_norm: number[];
  W: number[][][];
  b: number[][];
  learning_rates: number[];
  scenes: Scene[] | null;
  diverged_at: number | null;
  name: string;
}

export interface VariantBody {
  loss?:
    | WestonWatkins
    | SquaredWestonWatkins
    | CrammerSinger
    | OneVsAll
    | Softmax
    | SmoothHinge
    | Perceptron
    | Hinge
    | SquaredHinge
    | Logistic
    | Pinball
    | TruncatedPinball
    | HuberizedTruncatedPinball
    | null;
  penalty?: NoPenalty | L2 | L1 | ElasticNet | null;
  optimizer?:
    | SGD
    | Momentum
    | Nesterov
    | AdaGrad
    | RMSprop
    | Adam
    | AveragedSGD
    | Pegasos
    | AcceleratedProximal
    | null;
  schedule?: Constant | StepDecay | Exponential | InverseTime | Cosine | null;
}

export interface Version {
  name: string;
  version: string;
  python: string;
  numpy: string;
}

export interface WestonWatkins {
  kind: "weston_watkins";
  delta?: number;
  kink?: number;
  tolerance?: number;
}

export interface WhyAnswer {
  iteration: number;
  batch: number[];
  pulls: Pulls;
  data_norm: number;
  penalty_norm: number;
  shrink: number | null;
  loss: Record<string, AccountAnswer>;
  surplus: number[];
  crossed: number[][];
  margins: number[][];
}

export interface WhyBody {
  layout?: "XW" | "WX";
  X: number[][];
  y: number[];
  classes?: number | null;
  W?: number[][] | null;
  b?: number[] | null;
  bias?: boolean;
  loss?:
    | WestonWatkins
    | SquaredWestonWatkins
    | CrammerSinger
    | OneVsAll
    | Softmax
    | SmoothHinge
    | Perceptron
    | Hinge
    | SquaredHinge
    | Logistic
    | Pinball
    | TruncatedPinball
    | HuberizedTruncatedPinball;
  penalty?: NoPenalty | L2 | L1 | ElasticNet;
  optimizer?: SGD | Momentum | Nesterov | AdaGrad | RMSprop | Adam | AveragedSGD | Pegasos | AcceleratedProximal;
  schedule?: Constant | StepDecay | Exponential | InverseTime | Cosine;
  batch?: "full" | number;
  iterations?: number;
  box?: number[] | null;
  unit?: number | null;
  seed?: number;
  iteration?: number;
}
