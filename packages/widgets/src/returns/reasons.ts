import type { ItemRights, OfferedReason, ReturnOptions } from '@postlude/contract';

/** The reasons offered for an item. */
export function reasonsFor(options: ReturnOptions, item: ItemRights | undefined): readonly OfferedReason[] {
  const fits = ({ productTypes }: { readonly productTypes: readonly string[] | null }): boolean =>
    !productTypes || (item?.productType ? productTypes.includes(item.productType) : false);
  return options.reasons
    .filter(fits)
    .map((reason) => ({ ...reason, children: reason.children.filter(fits) }));
}

/** The reason a path names, the one above it, and whether a finer one is still to be chosen. */
export function reasonAt(reasons: readonly OfferedReason[], path: string | null) {
  const reason = reasons.find(({ code }) => path === code || path?.startsWith(`${code}.`)) ?? null;
  const child =
    reason?.children.find(({ code }) => path === code || path === `${reason.code}.${code}`) ?? null;
  return {
    reason,
    child,
    asks: child ?? reason,
    isWhole: Boolean(reason && (child || reason.children.length === 0)),
  };
}
