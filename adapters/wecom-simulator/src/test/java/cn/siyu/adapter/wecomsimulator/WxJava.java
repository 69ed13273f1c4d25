package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.adapter.wecomsimulator.proof.Witness;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// The published WxJava client, unmodified, pointed at a simulator. Which of its methods come back
/// with an answer is noted by the [Witness]; nothing else stands between the test and the client.
final class WxJava {
    private WxJava() {}

    /// A client for the small corp's app with customer contact.
    static WxCpService of(WeComSimulator simulator) {
        return of(simulator, TestClient.SECRET);
    }

    /// A client for the small corp's app with this secret.
    static WxCpService of(WeComSimulator simulator, String secret) {
        var config = new WxCpDefaultConfigImpl();
        config.setBaseApiUrl(simulator.baseUrl());
        config.setCorpId(TestClient.CORP);
        config.setCorpSecret(secret);
        config.setAgentId(1000002);
        var service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        return noting(WxCpService.class, service);
    }

    /// A method as `wxjava-methods.csv` writes it: its service, its name and the types it takes.
    static String name(Class<?> service, Method method) {
        return service.getSimpleName() + "#" + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static <T> T noting(Class<T> service, T client) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (_, method, arguments) -> {
                    var answer = invoke(client, method, arguments);
                    if (isService(method.getReturnType())) {
                        return further(method.getReturnType(), Objects.requireNonNull(answer));
                    }
                    Witness.called(name(service, method));
                    return answer;
                }));
    }

    private static <T> Object further(Class<T> service, Object client) {
        return noting(service, service.cast(client));
    }

    private static boolean isService(Class<?> type) {
        return type.isInterface() && type.getPackage().equals(WxCpService.class.getPackage());
    }

    private static Object invoke(Object client, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /// Expects a call to be refused with an errcode.
    static void refused(int errcode, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        error -> assertThat(error.getError().getErrorCode()).isEqualTo(errcode));
    }
}
