package cn.siyu.adapter.wecom.role;

import java.util.List;

/// Numbers of the platform as our words.
final class Codes {
    private Codes() {}

    /// The word at this place, or `otherwise` for a number of a later day.
    static <T> T at(List<T> words, long number, T otherwise) {
        return number < 0 || number >= words.size() ? otherwise : words.get((int) number);
    }
}
