package cn.siyu.adapter.wecomsimulator.wire;

import cn.siyu.adapter.wecomsimulator.world.AppRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// One endpoint of the platform's API.
///
/// @param path the path from `/cgi-bin/` on
/// @param verb where the parameters are read from
/// @param needs what the calling app must be allowed to do
/// @param arrays the array fields that are sent empty with an error
/// @param handler what it does; called with the corp's lock held
public record Endpoint(String path, Verb verb, Needs needs, List<String> arrays, Handler handler) {
    /// A GET endpoint reads the query, a POST endpoint the body; called by the other verb, it sees
    /// no parameters. ANY reads both. An UPLOAD is posted as a form with files, its parameters
    /// stand in the query. A DOWNLOAD reads the query; its answer is the file that the fields
    /// [#FILE] and [#TYPE] of its answer name.
    public enum Verb {
        GET,
        POST,
        ANY,
        UPLOAD,
        DOWNLOAD
    }

    /// Where the file of a DOWNLOAD lies.
    public static final String FILE = "file";
    /// The media type of the file of a DOWNLOAD.
    public static final String TYPE = "type";

    /// Who may call: any app of the corp, or only one that customer contact (客户联系) was opened
    /// to, else 48002.
    public enum Needs {
        ANY_APP,
        CUSTOMER_CONTACT
    }

    /// What an endpoint does: fill the answer's own fields, or throw an [ApiError] before anything
    /// is changed.
    @FunctionalInterface
    public interface Handler {
        void handle(Call call, ObjectNode answer);
    }

    /// One call that has passed the checks of token, address and rights.
    ///
    /// @param corp the corp whose token was used
    /// @param app the app that the token belongs to
    /// @param params the parameters
    /// @param parts the files of an UPLOAD; empty for everything else
    /// @param now seconds since 1970 on the corp's clock
    public record Call(Corp corp, AppRow app, Params params, List<Part> parts, long now) {
        /// A call without files.
        public Call(Corp corp, AppRow app, Params params, long now) {
            this(corp, app, params, List.of(), now);
        }
    }

    public static Endpoint get(String path, Handler handler, String... arrays) {
        return new Endpoint(path, Verb.GET, Needs.ANY_APP, List.of(arrays), handler);
    }

    public static Endpoint post(String path, Handler handler, String... arrays) {
        return new Endpoint(path, Verb.POST, Needs.ANY_APP, List.of(arrays), handler);
    }

    public static Endpoint contactGet(String path, Handler handler, String... arrays) {
        return new Endpoint(path, Verb.GET, Needs.CUSTOMER_CONTACT, List.of(arrays), handler);
    }

    /// For what clients call by either verb.
    public static Endpoint contactAny(String path, Handler handler, String... arrays) {
        return new Endpoint(path, Verb.ANY, Needs.CUSTOMER_CONTACT, List.of(arrays), handler);
    }

    public static Endpoint contactPost(String path, Handler handler, String... arrays) {
        return new Endpoint(path, Verb.POST, Needs.CUSTOMER_CONTACT, List.of(arrays), handler);
    }
}
