package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryTagsTest implements TagsContract {
    private final Tags tags = new InMemoryTags(new InMemoryStore());

    @Override
    public Tags tags() {
        return tags;
    }
}
