package cn.siyu.application.task.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryScriptChecksTest implements ScriptChecksContract {
    private final ScriptChecks checks = new InMemoryScriptChecks(new InMemoryStore());

    @Override
    public ScriptChecks checks() {
        return checks;
    }
}
