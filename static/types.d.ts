// What the scripts of the page hand to one another. The answers of the API are in api_types.d.ts.

import type * as Api from "./api_types.d.ts";

export type Rows = number[][];
export type Mode = "pass" | "train";
/** What a button, a key or a message can ask of the player, the history and the page. */
export type Action =
  | "start"
  | "end"
  | "step"
  | "back"
  | "play"
  | "iterationOn"
  | "iterationBack"
  | "pointOn"
  | "pointBack"
  | "undo"
  | "redo"
  | "train"
  | "into"
  | "view"
  | "help"
  | "own"
  | "present";
export type Layout = "XW" | "WX";

/** A knob of a loss, a penalty, …: what it is called, what it may be, and what it is at first. */
export interface Knob {
  name: string;
  label: string;
  /** The letter that stands for it in formulas. */
  symbol?: string;
  default: any;
  min?: number;
  max?: number;
  step?: number;
  scale?: "linear" | "log";
  optional?: boolean;
  choices?: { value: any; text: string }[];
}

/** A loss, a penalty, an optimizer, a schedule or a data set that there is to choose. */
export interface Kind {
  kind: string;
  title: string;
  sentence: string;
  /** Its formula; data sets have none. */
  mathml?: string;
  knobs: Knob[];
  binary?: boolean;
  has_margins?: boolean;
  pairwise?: boolean;
  slack?: boolean;
}

export interface Preset {
  kind: string;
  title: string;
  sentence: string;
  data: Member;
  problem: Record<string, any>;
  zero: boolean;
}

/** Fields of the problem that are members of a family, and the families. */
export type MemberName = "loss" | "penalty" | "optimizer" | "schedule";
export type FamilyName = "losses" | "penalties" | "optimizers" | "schedules";

/** What a problem, a link and a story can hold at most; app/schema/limits.py says of what. */
export type Limits = Record<
  | ("points" | "classes" | "size" | "iterations" | "seed" | "strength" | "variants" | "moments" | "words" | "title")
  | ("link_bytes" | "link_depth" | "decimals" | "cell" | "id" | "parameter" | "said"),
  number
>;

/** A field of the problem that is one number or one of a few values; app/schema/fields.py says what each part means. */
export interface Setting extends Knob {
  group: string;
  usual?: any;
  lowest?: number;
  word?: string;
  whole?: boolean;
  plain?: boolean;
  pinned?: boolean;
  sent?: "run" | "never";
}

/** The problem as the server knows it. */
export interface Schema {
  limits: Limits;
  fields: { name: string; usual?: any; family?: string; pinned?: boolean; group?: string }[];
  window: { box: null; unit: null };
  place: Place;
  hideable: string[];
  /** Of controls: those of "hideable" that a frame can show. */
  groups: string[];
}

export interface Catalogue {
  losses: Kind[];
  penalties: Kind[];
  optimizers: Kind[];
  schedules: Kind[];
  datasets: Kind[];
  presets: Preset[];
}

/** One that is chosen: its kind, and its knobs by their names. */
export interface Member {
  kind: string;
  [knob: string]: any;
}

export interface Weights {
  W: Rows;
  b: number[];
}

/** What a variant of the problem does otherwise. */
export type Variant = Partial<Pick<Problem, "loss" | "penalty" | "optimizer" | "schedule">>;

/** The problem on the page: what undo brings back, what a reload keeps, and what a link holds. */
export interface Problem extends Weights {
  preset: string;
  data: Member;
  X: Rows;
  y: number[];
  origin: Weights;
  loss: Member;
  penalty: Member;
  optimizer: Member;
  schedule: Member;
  batch: "full" | number;
  iterations: number;
  draw: number;
  bias: boolean;
  box: number[] | null;
  unit: number | null;
  variants: Variant[];
}

/** What the reader looks at; a look passes, a tap pins. `step`, `r`, `c`: a cell. */
export interface Focus {
  point: number | null;
  step?: string;
  r?: number;
  c?: number;
  /** A class, several points, and several cells, as "step,r,c". */
  class?: number;
  points?: number[];
  cells?: string[];
  how?: "hover" | "focus" | "tap" | "drag";
  pinned?: boolean;
}

export interface Notice {
  text: string;
  tone: "info" | "warning" | "error";
  action?: { text: string; does: () => void } | null;
}

/** Puts a notice on the page; null takes away the one that is there. */
export type Say = (text: string | null, tone?: Notice["tone"], action?: Notice["action"]) => void;

/** Which chart is chosen, and how it is drawn. */
export interface Chart {
  kind: string;
  log: boolean;
  solid: boolean;
  parameters: string[] | null;
  pin: Problem | null;
  seen: boolean;
  large: boolean;
}

/** The place of a moment in its pass or run, as a link holds it. */
export interface Place {
  mode: Mode;
  iteration: number;
  step: string | null;
  point: number | null;
  cell: [string, number, number] | null;
  layout: Layout;
  chart: string;
  log: boolean;
  parameters: string[] | null;
  panel: string | null;
  hide: string[];
  pin?: Partial<Problem>;
}

export interface Moment {
  problem: Problem;
  at: Place;
  said: string[];
}

/** A story that is played: its moments, and which of them is on the page. */
export interface Playback {
  content: Record<string, any>;
  story: (Moment & { text: string })[];
  at: number;
  going?: boolean;
  here?: Partial<State> | null;
}

/** The reader's own story: its moments as they are kept. */
export interface Draft {
  parts: { moment: Record<string, any>; text: string }[];
  past: Draft["parts"][];
  warned: boolean;
  unread?: string | null;
}

export type Step = Api.StepAnswer;
export type SceneFrame = Api.Frame;
export type PassScene = Api.PassScene;
/** `layout`: the one that its formulas are written in, XW if there is none; numbers and places are in XW always. */
export type Pass = Api.PassAnswer & { layout?: Layout };
export type Run = Api.RunAnswer;
export type Scene = Api.Scene;
export type Cell = Api.CellAnswer;
/** A number that a formula reads; `minus`: it is subtracted. */
export type Read = Api.CellPlace & { minus?: boolean };

/** Everything that the page shows follows from this one value. */
export interface State {
  problem: Problem;
  shown: Problem;
  mode: Mode;
  iteration: number;
  step: number;
  fill: number;
  focus: Focus;
  pass: Pass | null;
  run: Run | null;
  formulas: Map<string, Cell> | null;
  playing: boolean;
  gesture: boolean;
  brush: number | null;
  notice: Notice | null;
  layout: Layout;
  /** The step alone, or all matrices. */
  view: "focus" | "board";
  hide: string[];
  playback: Playback | null;
  /** Where in a lead the page is; null where it only shows the ways in. */
  lead: { at: number | null } | null;
  /** The plane waits for the reader's own points: there is none yet, or all are of one class. */
  blank: "empty" | "begun" | null;
  chart: Chart;
  figure: { kind: string; iteration: number | null; drawn?: Api.FigureAnswer; error?: string } | null;
  // What is there only once a part of the page has put it there.
  panel?: string | null;
  effect?: import("./panels/why/request.js").Effect;
  checked?: import("./panels/check/request.js").Checked;
  diagnosed?: import("./panels/check/request.js").Diagnosed;
  coded?: import("./panels/code/request.js").Coded;
  dialect?: string;
  compared?: import("./panels/compare/request.js").Compared;
  comparison?: import("./panels/compare/request.js").Comparison;
  measure?: string;
  digits?: number;
  held?: boolean;
  draft?: Draft | null;
  titles?: Record<string, Record<string, string>>;
  glance?: number | null;
  arrows?: boolean;
  hasMargins: boolean;
  pairwise: boolean;
}

export interface Store {
  get: () => State;
  set: (patch: Partial<State>) => void;
  subscribe: (listener: (state: State, before: State) => void) => void;
  /** The listener hears where one of these keys has become another. */
  watch: (keys: readonly (keyof State)[], listener: (state: State, before: State) => void) => void;
  change: (patch: Partial<Problem>, gesture?: string | null, place?: Partial<State>) => void;
  undo: () => boolean;
  redo: () => boolean;
  exchange: (other?: Aside) => Aside;
}

/** A page that was put aside, with its history. */
export interface Aside {
  state: State;
  past: Entry[];
  future: Entry[];
}

export interface Entry {
  problem: Problem;
  place: Partial<State>;
  gesture: string | null;
}

/** What this page knows: its figures, the ids of its panels, the parts that can be left out. */
export interface Known {
  figures: Figure[];
  panels: string[];
  hideable: string[];
}

export interface Figure {
  kind: string;
  title: string;
  sentence: string;
  fields: string[];
  tab: string;
}

export interface Dialect {
  kind: string;
  title: string;
  sentence: string;
}

export interface Export {
  kind: string;
  title: string;
  sentence: string;
  fields: string[];
}

/** What the server sends along in the page. */
export interface Start {
  catalogue: Catalogue;
  data: { X: Rows; y: number[]; W: Rows; b: number[]; kind: string };
  figures: Figure[];
  dialects: Dialect[];
  exports: Export[];
  schema: Schema;
  pass: Pass;
}

/** A part of a sentence: text, or a reference to a point, a class or a cell. */
export type Part = string | {
  point?: number;
  of?: number;
  short?: boolean;
  class?: number;
  cell?: [string, number, number];
  cells?: string[];
  points?: number[];
  text?: string;
};

/** Arguments of functions that are made where the page is wired: their own modules say more. */
export type Tools = Record<string, any>;
