package cn.siyu.bootstrap.bench;

import cn.siyu.adapter.wecomsimulator.callback.CallbackCrypto;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.ProductProcess;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Callbacks of WeCom: signed, encrypted, each about another event; answered when they are stored
/// durably.
final class Callbacks {
    private static final int CONNECTIONS = 32;

    private Callbacks() {}

    static Load.Result measure(Store store, ProductProcess.Launch plain, Path home, int warmUp, int count)
            throws IOException, InterruptedException {
        // Nobody answers at the far side: what is measured is the way into the inbox.
        var launch = plain.with(LiveBrand.settings("http://127.0.0.1:9"), store.environment());
        try (var product = ProductProcess.start(launch, home)) {
            LiveBrand.make(product.api(product.key("installation-key")));
            var events = events(warmUp + count);
            Load.run(product.port(), CONNECTIONS, warmUp, events::get);
            return Load.run(product.port(), CONNECTIONS, count, number -> events.get(warmUp + number));
        }
    }

    private static List<byte[]> events(int count) {
        var crypto = new CallbackCrypto(LiveBrand.TOKEN, LiveBrand.AES_KEY, LiveBrand.CORP);
        String time = Long.toString(Instant.now().getEpochSecond());
        var events = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            String event = "<xml><ToUserName><![CDATA[" + LiveBrand.CORP
                    + "]]></ToUserName><FromUserName><![CDATA[sys]]>"
                    + "</FromUserName><CreateTime>" + time + "</CreateTime><MsgType><![CDATA[event]]></MsgType>"
                    + "<Event><![CDATA[change_external_contact]]></Event>"
                    + "<ChangeType><![CDATA[edit_external_contact]]></ChangeType><UserID><![CDATA["
                    + LiveBrand.member(i % 10)
                    + "]]></UserID><ExternalUserID><![CDATA[" + LiveBrand.contact(i) + "]]></ExternalUserID></xml>";
            String encrypted = crypto.encrypt(event, noise(i));
            String nonce = Integer.toString(i);
            String query = "?msg_signature=" + crypto.sign(time, nonce, encrypted) + "&timestamp=" + time + "&nonce="
                    + URLEncoder.encode(nonce, StandardCharsets.UTF_8);
            events.add(Load.request(
                    "POST",
                    "/callbacks/wecom/bench" + query,
                    "Content-Type: text/xml; charset=utf-8\r\n",
                    "<xml><ToUserName><![CDATA[" + LiveBrand.CORP + "]]></ToUserName><AgentID><![CDATA[1]]></AgentID>"
                            + "<Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>"));
        }
        return events;
    }

    private static byte[] noise(int number) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(digest, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
