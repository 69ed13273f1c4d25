package cn.siyu.application.brand.port;

class InMemoryApiKeysTest implements ApiKeysContract {
    private final ApiKeys keys = new InMemoryApiKeys(new InMemoryStore());

    @Override
    public ApiKeys apiKeys() {
        return keys;
    }
}
