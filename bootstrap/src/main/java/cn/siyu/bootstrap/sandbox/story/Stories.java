package cn.siyu.bootstrap.sandbox.story;

import cn.siyu.bootstrap.sandbox.story.Story.Member;
import cn.siyu.bootstrap.sandbox.story.Story.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All example brands.
public final class Stories {
    /// In the order in which they are listed.
    public static final List<Story> ALL = List.of(
            CoffeeChain.STORY,
            Cosmetics.STORY,
            PaidKnowledge.STORY,
            LuxuryCore.STORY,
            RetailChain.STORY,
            Cosmetics.UNMOVED);

    private Stories() {}

    /// The one of this code.
    ///
    /// @throws IllegalArgumentException when there is none; says which there are
    public static Story named(String code) {
        return ALL.stream()
                .filter(story -> story.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sandbox story is called '" + code + "'; there are "
                        + ALL.stream().map(Story::code).collect(Collectors.joining(", "))));
    }

    static Store store(int number, String name, String address, String... people) {
        var members = new ArrayList<Member>();
        for (int i = 0; i < people.length; i++) {
            members.add(new Member("store%d-%d".formatted(number, i + 1), people[i]));
        }
        return new Store(number, "store-" + number, name, address, List.copyOf(members));
    }
}
