const DAY = 86_400_000;

/** Days since 1970-01-01 of "YYYY-MM-DD"; NaN where it is no day. */
export const dayOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

export const yearOf = (dayNumber: number): number => new Date(dayNumber * DAY).getUTCFullYear();
export const monthOf = (dayNumber: number): number => new Date(dayNumber * DAY).getUTCMonth() + 1;
export const firstOf = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / DAY;
