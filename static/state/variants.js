// Variants of the problem, to be compared: part of the problem itself. Pure: no DOM, no requests.

export const MOST = 4;

/** What a variant can do otherwise: the field of the problem, and its family in the catalogue. */
export const MEMBERS = { loss: "losses", penalty: "penalties", optimizer: "optimizers", schedule: "schedules" };

/** The problem with a variant's own members. */
export const merged = (problem, variant) => ({ ...problem, ...variant });
