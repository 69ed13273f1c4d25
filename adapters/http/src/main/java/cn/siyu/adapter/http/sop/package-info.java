/// SOPs (标准作业程序) over HTTP: their versions with definitions as JSON, who is in them, and
/// their waves. SOPs, versions and waves are the brand's; of enrolments a key sees those of
/// customers that it sees. Definitions are read and checked by the core; here are only the form of
/// ids and the names of mistakes.
@NullMarked
package cn.siyu.adapter.http.sop;

import org.jspecify.annotations.NullMarked;
