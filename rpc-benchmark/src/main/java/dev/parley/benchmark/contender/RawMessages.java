package dev.parley.benchmark.contender;

import dev.parley.benchmark.api.Person;
import java.nio.charset.StandardCharsets;

/** Messages of the same bytes as Parley's, with an id of usual length, each made once. */
final class RawMessages {
    private static final String ID = "1234567";

    private RawMessages() {}

    static byte[] echoRequest(String text) {
        return line("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[\"" + text + "\"],\"id\":" + ID + "}");
    }

    static byte[] searchRequest(int persons) {
        return line("{\"jsonrpc\":\"2.0\",\"method\":\"search\",\"params\":[\"" + People.FAMILY + "\"," + persons
                + "],\"id\":" + ID + "}");
    }

    static byte[] echoReply(String text) {
        return reply("\"" + text + "\"");
    }

    static byte[] searchReply(int persons) {
        StringBuilder result = new StringBuilder("[");
        for (int i = 0; i < persons; i++) {
            Person person = People.at(i);
            result.append(i == 0 ? "" : ",")
                    .append("{\"first_name\":\"")
                    .append(person.firstName())
                    .append("\",\"last_name\":\"")
                    .append(person.lastName())
                    .append("\",\"id\":")
                    .append(person.id())
                    .append(",\"number\":")
                    .append(person.number())
                    .append('}');
        }
        return reply(result.append(']').toString());
    }

    private static byte[] reply(String result) {
        return line("{\"jsonrpc\":\"2.0\",\"id\":" + ID + ",\"result\":" + result + "}");
    }

    private static byte[] line(String message) {
        return (message + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
