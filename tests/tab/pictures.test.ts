import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CoverageBar } from '../../tab/parts/coverage-bar.tsx';
import { StepsLine } from '../../tab/parts/steps-line.tsx';

const textOf = (markup: string) => markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

test('coverage says its numbers in words, and the people that a share takes', () => {
  const bar = renderToStaticMarkup(
    createElement(CoverageBar, { n: 20, of: 29, mark: 0.75, label: 'Reverse mentoring' }),
  );
  expect(textOf(bar).trim()).toBe('20 of 29 ; 75% is 22');
  expect(bar).toContain('aria-label="Reverse mentoring"');
  expect(bar).toContain('aria-hidden="true"');
});

test('coverage of nobody is no full bar', () => {
  const bar = renderToStaticMarkup(createElement(CoverageBar, { n: 0, of: 0, label: 'Nobody' }));
  expect(bar).not.toContain('coverage-done');
  expect(textOf(bar).trim()).toBe('0 of 0');
});

test('each step says whether it is done, now or to come, and not by its colour alone', () => {
  const line = renderToStaticMarkup(
    createElement(StepsLine, {
      label: 'Your goal',
      steps: [
        { label: 'Drafted', state: 'done', note: '2 May' },
        { label: 'Mid-year', state: 'now', note: 'by 30 October' },
        { label: 'Confirmed', state: 'later' },
      ],
    }),
  );
  expect(textOf(line)).toContain('✓ Drafted , done 2 May');
  expect(textOf(line)).toContain('Mid-year , now by 30 October');
  expect(textOf(line)).toContain('Confirmed , to come');
  expect(line.match(/aria-current="step"/g)).toHaveLength(1);
});
