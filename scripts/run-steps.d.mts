export interface Step {
  name: string;
  program: string;
  args?: string[];
  env?: NodeJS.ProcessEnv;
}

export function runSteps(steps: Step[]): string[];
