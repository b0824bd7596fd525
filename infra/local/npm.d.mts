export function npmCommand(): { file: string; args: readonly string[]; shell: boolean };
