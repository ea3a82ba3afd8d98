/**
 * The charts of a workbook: what their series show, and pointing them to other ranges.
 */

import { isSupported, tried } from "./book_calls.js";
import { placeOf } from "./book_places.js";

/** @typedef {import("./book.js").HeldChart} HeldChart */
/** @typedef {import("./book.js").Order} Order */

/**
 * The charts of our sheets and what their series show, as far as this Excel tells.
 * @param {Excel.RequestContext} context
 * @param {{sheet: Excel.Worksheet, charts: Excel.ChartCollection | null}[]} looked
 * @returns {Promise<HeldChart[]>}
 */
export async function readCharts(context, looked) {
  const drawn = looked.flatMap(({ sheet, charts }) =>
    (charts === null ? [] : charts.items).map((chart) => ({ sheet: sheet.name, chart })),
  );
  /** @type {Excel.ChartSeriesCollection[]} */
  let series = [];
  /** @type {OfficeExtension.ClientResult<string>[][][]} */
  let sources = [];
  const told =
    drawn.length > 0 &&
    isSupported("ExcelApi", "1.15") &&
    (await tried(context, () => {
      series = drawn.map(({ chart }) => chart.series.load("items/name"));
    })) &&
    (await tried(context, () => {
      sources = drawn.map(({ chart }, at) => series[at].items.map((one) => sourcesOf(one, chart.chartType)));
    }));
  return drawn.map(({ sheet, chart }, at) => ({
    sheet,
    name: chart.name,
    series: told
      ? series[at].items.map((one, index) => {
          const [categories, values, sizes] = sources[at][index].map((each) => each.value.replace(/^=/, ""));
          return { name: one.name, categories, values, sizes: sizes ?? "" };
        })
      : [],
  }));
}

/**
 * @param {Excel.ChartSeries} series
 * @param {string} type
 */
function sourcesOf(series, type) {
  /** @type {("Categories" | "Values" | "XValues" | "YValues" | "BubbleSizes")[]} */
  const dimensions = type.startsWith("Bubble")
    ? ["XValues", "YValues", "BubbleSizes"]
    : type.startsWith("XYScatter")
      ? ["XValues", "YValues"]
      : ["Categories", "Values"];
  return dimensions.map((each) => series.getDimensionDataSourceString(each));
}

/**
 * @param {Excel.RequestContext} context
 * @param {Order} order
 */
export function pointSeries(context, order) {
  const { worksheets } = context.workbook;
  const series = worksheets.getItem(order.sheet).charts.getItem(order.chart).series.getItemAt(order.index);
  const range = (/** @type {string} */ reference) => {
    const { sheet, address } = placeOf(reference);
    return worksheets.getItem(sheet).getRange(address);
  };
  if (order.categories !== null) {
    series.setXAxisValues(range(order.categories));
  }
  if (order.values !== null) {
    series.setValues(range(order.values));
  }
  if (order.sizes !== null) {
    series.setBubbleSizes(range(order.sizes));
  }
  if (order.name !== null) {
    series.name = `=${order.name}`;
  }
}
