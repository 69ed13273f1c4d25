package cn.siyu.application.channel.port;

class InMemorySharedSecretsTest implements SharedSecretsContract {
    @Override
    public SharedSecrets sharedSecrets() {
        return new InMemorySharedSecrets();
    }
}
