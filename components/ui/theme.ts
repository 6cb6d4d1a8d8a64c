import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Mantine's indigo, moved one step so that shade 6 carries white text at 4.98:1 instead of 4.3:1. */
const indigo: MantineColorsTuple = [
  '#f1f4ff',
  '#e3e9ff',
  '#c5d1ff',
  '#9db2fd',
  '#7a94fa',
  '#5f7df8',
  '#4263eb',
  '#3b5bdb',
  '#364fc7',
  '#2c409f',
];

/** Neutral greys for the dark theme: cooler and flatter than Mantine's, so that hairlines read as lines. */
const dark: MantineColorsTuple = [
  '#e6e8eb',
  '#c3c7cd',
  '#a1a6ae',
  '#7d838c',
  '#3f444c',
  '#2c3037',
  '#212429',
  '#17191d',
  '#121417',
  '#0d0f11',
];

/** The head of a dialog is a `header`, which would be a second banner of the page. */
const NO_BANNER = { header: { role: 'presentation' } };

/** The one place of sizes and colours; see `variables` for the figures that the stylesheets and the card read. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 6, dark: 6 },
  colors: { indigo, dark },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.6875rem', sm: 'var(--archvd-base)', md: '0.9375rem', lg: '1.25rem', xl: '1.75rem' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'md',
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.4', lg: '1.3', xl: '1.2' },
  headings: { fontWeight: '600' },
  shadows: { xs: 'none', sm: 'none', md: '0 4px 16px rgb(0 0 0 / 12%)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      styles: { label: { fontWeight: 500 } },
      vars: (_theme: unknown, { size }: { size?: string }) =>
        size === 'sm' ? { root: { '--button-height': '32px', '--button-padding-x': '12px' } } : { root: {} },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.35 },
        attributes: NO_BANNER,
      },
      // In the dark the page below is as dark as the dialog.
      styles: { title: { fontWeight: 600 }, content: { border: '1px solid var(--mantine-color-default-border)' } },
    },
    Drawer: {
      defaultProps: {
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.35 },
        attributes: NO_BANNER,
      },
    },
    // Inside of the page's landmark; lifted off the hairlines of what lies below.
    Popover: {
      defaultProps: { shadow: 'md', portalProps: { target: 'main' } },
      vars: () => ({ dropdown: { '--popover-border-color': 'var(--mantine-color-default-border)' } }),
    },
    // The placeholder would be a child that a menu must not have; the first entry takes the focus. It has it in the same
    // turn that opens the menu: keys pressed while a menu fades in would be lost, or taken back to the first entry.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 0 } } },
    Text: { defaultProps: { size: 'sm' } },
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {
    '--archvd-row': '36px',
    '--archvd-motion': '120ms',
  },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1a1d21',
    '--mantine-color-dimmed': '#5b626b',
    '--mantine-color-placeholder': '#6b727b',
    '--mantine-color-default-border': '#d5d9de',
    '--mantine-color-anchor': '#364fc7',
    '--archvd-hairline': '#e4e7eb',
    '--archvd-surface': '#f7f8f9',
    '--archvd-hover': '#f2f4f6',
    '--archvd-selected': '#eef1ff',
    '--archvd-accent-text': '#364fc7',
    '--archvd-gain': '#1f7a34',
    '--archvd-loss': '#c02626',
    '--archvd-needs-you': '#8f4700',
    // Red is kept for losses; a mistake in a form needs the person, so it is amber.
    '--mantine-color-error': '#8f4700',
    '--archvd-needs-you-back': '#fff4e0',
    // Lines and bars of charts; green and red stay with gain and loss.
    '--archvd-series-1': '#4263eb',
    '--archvd-series-2': '#0b7285',
    '--archvd-series-3': '#7a4fc4',
    '--archvd-series-4': '#5b626b',
    '--archvd-series-5': '#a0527a',
  },
  dark: {
    '--mantine-color-body': '#17191d',
    '--mantine-color-text': '#e6e8eb',
    '--mantine-color-dimmed': '#a1a6ae',
    '--mantine-color-placeholder': '#8b919a',
    '--mantine-color-default-border': '#3f444c',
    // The grey of the border would leave quiet words on a marked entry at 4:1.
    '--menu-item-hover': '#2c3037',
    '--mantine-color-anchor': '#9db2fd',
    '--archvd-hairline': '#2c3037',
    '--archvd-surface': '#121417',
    '--archvd-hover': '#1f2227',
    '--archvd-selected': '#20264a',
    '--archvd-accent-text': '#9db2fd',
    '--archvd-gain': '#63d17b',
    '--archvd-loss': '#ff8f8f',
    '--archvd-needs-you': '#ffc46b',
    '--mantine-color-error': '#ffc46b',
    '--archvd-needs-you-back': '#33260f',
    '--archvd-series-1': '#8ea4fb',
    '--archvd-series-2': '#4fc3d9',
    '--archvd-series-3': '#c3a6f5',
    '--archvd-series-4': '#a1a6ae',
    '--archvd-series-5': '#e39ac0',
  },
});
