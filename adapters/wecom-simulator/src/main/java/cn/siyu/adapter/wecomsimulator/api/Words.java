package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import java.nio.charset.StandardCharsets;

/// Texts with a greatest length: in characters, or in bytes of UTF-8, as each field has it.
final class Words {
    private Words() {}

    /// A text of at most `most` characters; `""` when absent.
    static String within(Params params, String name, int most) {
        var text = params.text(name);
        if (characters(text) > most) {
            throw Errcode.tooLong(name, most);
        }
        return text;
    }

    /// A text of at most `most` bytes; `""` when absent.
    static String withinBytes(Params params, String name, int most) {
        var text = params.text(name);
        if (bytes(text) > most) {
            throw Errcode.tooLong(name, most);
        }
        return text;
    }

    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
