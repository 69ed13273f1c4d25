package cn.siyu.adapter.http.contact;

/// The answer to "may I contact this customer now?" (触达预判) in a word.
public enum ContactVerdict {
    ALLOWED,
    DEFERRED,
    REFUSED
}
