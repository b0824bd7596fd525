import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Loading } from './states.tsx';

/**
 * A part of the page that is loaded when it is first shown. React's own `lazy` holds back each part
 * that comes while another is waited for, by a third of a second: within one another they add up.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = <Loading />,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (Part !== undefined) return undefined;
      let isShown = true;
      load().then(
        (part) => {
          loaded = part;
          if (isShown) setPart(() => part);
        },
        (error: unknown) => {
          // Told by whoever tells of faults in drawing, as with any other.
          setPart(() => {
            throw error;
          });
        },
      );
      return () => {
        isShown = false;
      };
    }, [Part]);
    return Part === undefined ? meanwhile : <Part {...props} />;
  };
}
