import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";
import { type Key, wholeOf } from "./key.ts";

/** Hover and focus preview; a click selects, and stays until Escape. */
export interface LitState {
  readonly hovered: Key | null;
  readonly selected: Key | null;
}

const NOTHING: LitState = { hovered: null, selected: null };

export class LitStore {
  private state: LitState = NOTHING;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly read = (): LitState => this.state;

  hover(key: Key | null): void {
    if (key !== this.state.hovered) this.become({ ...this.state, hovered: key });
  }
  select(key: Key | null): void {
    if (key !== this.state.selected) this.become({ ...this.state, selected: key });
  }
  private become(state: LitState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

const LitContext = createContext(new LitStore());

export function LitProvider({ children }: { readonly children: ReactNode }) {
  const store = useMemo(() => new LitStore(), []);
  return <LitContext value={store}>{children}</LitContext>;
}

export const useLitStore = (): LitStore => useContext(LitContext);

/** "event:e1" lights all that belongs to e1; "event:e1/date" lights only that field's words. */
const lights = (lit: Key | null, keys: readonly Key[]): boolean =>
  lit !== null && (keys.includes(lit) || (!lit.includes("/") && keys.some((key) => wholeOf(key) === lit)));

export type Light = "no" | "selected" | "lit";

/** How something that carries `keys` is lit now. Redraws its caller only when that changes. */
export function useLight(keys: readonly Key[]): Light {
  const store = useLitStore();
  return useSyncExternalStore(store.subscribe, () => {
    const { hovered, selected } = store.read();
    if (lights(hovered, keys)) return "lit";
    return lights(selected, keys) ? "selected" : "no";
  });
}

/** How an object's card, row or mark is lit: one of its fields lights it too. */
export const useObjectLight = (key: Key): Light => useKeysLight([key]);

/** The object under the pointer or the focus, else the selected one. */
export function useFocus(): Key | null {
  const store = useLitStore();
  return useSyncExternalStore(store.subscribe, () => {
    const { hovered, selected } = store.read();
    const key = hovered ?? selected;
    return key === null ? null : wholeOf(key);
  });
}

/** Handlers that light `key` under the pointer or the keyboard's focus. */
export function useLighting(key: Key): {
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  onFocus: () => void;
  onBlur: () => void;
} {
  const store = useLitStore();
  return useMemo(() => {
    const on = (): void => store.hover(key);
    const off = (): void => store.hover(null);
    return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off };
  }, [store, key]);
}

/** How a mark that stands for several objects is lit. */
export function useKeysLight(keys: readonly Key[]): Light {
  const store = useLitStore();
  return useSyncExternalStore(store.subscribe, () => {
    const { hovered, selected } = store.read();
    if (hovered !== null && keys.includes(wholeOf(hovered))) return "lit";
    return selected !== null && keys.includes(wholeOf(selected)) ? "selected" : "no";
  });
}
