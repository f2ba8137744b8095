export const ROLE_LABELS = ["perpetrator", "perpetrator-body", "target", "victim", "weapon"] as const;

/** What a learned model can say of a phrase; "perpetrator-body" is the organisation or state that acts. */
export type RoleLabel = (typeof ROLE_LABELS)[number];
