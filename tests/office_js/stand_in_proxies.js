/**
 * What every object of Office.js has in common: nothing happens and nothing is known before `context.sync()`, and a
 * property that was not loaded cannot be read.
 */

import { ExcelError } from "./stand_in_grid.js";

/** The queue of what is asked; `sync` does it all, or stops at the first that fails. */
export class Context {
  constructor(book) {
    this.book = book;
    this.queue = [];
  }

  async sync() {
    const asked = this.queue;
    this.queue = [];
    this.book.syncs += 1;
    this.payload = { up: 0, down: 0 };
    for (const ask of asked) {
      ask();
    }
    const larger = Math.max(this.payload.up, this.payload.down);
    this.book.largestPayload = Math.max(this.book.largestPayload, larger);
    if (larger > this.book.largestAllowed) {
      throw new ExcelError("RequestPayloadSizeLimitExceeded");
    }
  }
}

/** `resolve` gives the object of the workbook once it is asked for, null where there is none. */
export class ClientObject {
  constructor(context, resolve) {
    this.context = context;
    this.resolve = resolve;
    this.known = new Map();
    for (const name of Object.keys(this.constructor.properties ?? {})) {
      const { get, set } = this.constructor.properties[name];
      Object.defineProperty(this, name, {
        get: () => this.knownValue(name),
        set: (value) => this.queueSetting(name, set, value),
      });
      this.known.set(name, { get, isLoaded: false, value: undefined });
    }
  }

  load(names) {
    const wanted = names.split(",").map((name) => name.trim());
    this.context.queue.push(() => this.fetch(wanted));
    return this;
  }

  get isNullObject() {
    if (this.isNull === undefined) {
      throw new ExcelError("PropertyNotLoaded", "isNullObject");
    }
    return this.isNull;
  }

  fetch(names) {
    const target = this.resolve();
    this.isNull = target === null;
    if (!this.isNull) {
      names.forEach((name) => this.fetchOne(target, name));
    }
  }

  fetchOne(target, name) {
    const [first, ...rest] = name.split("/");
    if (rest.length > 0) {
      this[first].fetch([rest.join("/")]);
      return;
    }
    const property = this.known.get(name);
    if (property?.get === undefined) {
      throw new ExcelError("InvalidArgument", `no property ${name}`);
    }
    const value = property.get(target);
    this.context.payload.down += JSON.stringify(value)?.length ?? 0;
    Object.assign(property, { isLoaded: true, value });
  }

  knownValue(name) {
    const { isLoaded, value } = this.known.get(name);
    if (!isLoaded) {
      throw new ExcelError("PropertyNotLoaded", `${this.constructor.name}.${name}`);
    }
    return value;
  }

  queueSetting(name, set, value) {
    if (set === undefined) {
      throw new TypeError(`${name} is read-only`);
    }
    this.call((target) => set(target, value), JSON.stringify(value).length);
  }

  /** Queue something to be done with the object of the workbook. */
  call(act, size = 20) {
    this.context.queue.push(() => {
      this.context.payload.up += size;
      const target = this.resolve();
      if (target === null) {
        throw new ExcelError("ItemNotFound");
      }
      act(target);
    });
  }

  /** What a call gives: known after the next sync. */
  result(give) {
    const result = {
      get value() {
        throw new ExcelError("ValueNotLoaded");
      },
    };
    this.call((target) => Object.defineProperty(result, "value", { value: give(target) }));
    return result;
  }
}

/** A collection: `list` gives the objects of the workbook, `wrap` an object of Office.js around one of them. */
export class Collection extends ClientObject {
  constructor(context, list, wrap, isNamed) {
    super(context, () => list());
    Object.assign(this, { list, wrap, isNamed });
  }

  get items() {
    if (this.fetched === undefined) {
      throw new ExcelError("PropertyNotLoaded", "items");
    }
    return this.fetched;
  }

  fetch(names) {
    this.fetched = this.list().map((item) => this.wrap(() => item));
    const wanted = names.map((name) => name.replace(/^items\//, ""));
    this.fetched.forEach((proxy) => proxy.fetch(wanted));
  }

  getItem(name) {
    return this.wrap(() => {
      const item = this.list().find((each) => each.name === name);
      if (item === undefined) {
        throw new ExcelError("ItemNotFound", name);
      }
      return item;
    });
  }

  getItemAt(index) {
    return this.wrap(() => {
      const item = this.list()[index];
      if (item === undefined) {
        throw new ExcelError("InvalidArgument", "no such index");
      }
      return item;
    });
  }
}
