import { ActionIcon, useMantineColorScheme } from "@mantine/core";
import { Icon } from "./icons.tsx";
import { WORDS } from "./words-en.ts";

const NEXT = { auto: "light", light: "dark", dark: "auto" } as const;
const SIGN = { auto: "auto", light: "sun", dark: "moon" } as const;

/** As the system, then light, then dark. */
export function ThemeButton() {
  // Without keepTransitions a style element would be made for a moment, which the page's policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const next = NEXT[colorScheme];
  const label = WORDS.theme.switchTo(WORDS.theme[next].toLowerCase());
  return (
    <ActionIcon variant="subtle" size="lg" aria-label={label} title={label} onClick={() => setColorScheme(next)}>
      <Icon name={SIGN[colorScheme]} />
    </ActionIcon>
  );
}
