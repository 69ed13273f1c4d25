package cn.siyu.application.insight.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryImportsTest implements ImportsContract {
    private final Imports imports = new InMemoryImports(new InMemoryStore());

    @Override
    public Imports imports() {
        return imports;
    }
}
