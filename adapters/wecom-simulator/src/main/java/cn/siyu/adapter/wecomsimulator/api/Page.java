package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Params;

/// How many rows a page has.
final class Page {
    private Page() {}

    /// The limit asked for; the usual one when none, or a senseless one, was asked for; never more than
    /// `most`.
    static int limit(Params params, int usual, int most) {
        var asked = params.number("limit", usual);
        return asked < 1 ? usual : (int) Math.min(asked, most);
    }

    /// The same for endpoints that fall back to the usual size when more than `most` is asked for.
    static int limitOrUsual(Params params, int usual, int most) {
        var asked = params.number("limit", usual);
        return asked < 1 || asked > most ? usual : (int) asked;
    }
}
