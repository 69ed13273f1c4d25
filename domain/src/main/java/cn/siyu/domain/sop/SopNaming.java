package cn.siyu.domain.sop;

import java.util.OptionalLong;

/// How a definition names what it refers to. Clients use public ids, the store uses inner numbers;
/// the definition itself only knows the numbers.
public interface SopNaming {
    /// Inner numbers in decimal, whether or not anything is there: for what was checked before.
    SopNaming NUMBERS = new SopNaming() {
        @Override
        public OptionalLong number(Kind kind, String text) {
            return OptionalLong.of(Long.parseLong(text));
        }

        @Override
        public String text(Kind kind, long number) {
            return Long.toString(number);
        }
    };

    /// What is referred to.
    enum Kind {
        MATERIAL,
        TAG,
        CONTACT_WAY
    }

    /// What a text stands for; empty if there is no such thing, or it can't be used any more.
    OptionalLong number(Kind kind, String text);

    /// The text that stands for it.
    String text(Kind kind, long number);
}
