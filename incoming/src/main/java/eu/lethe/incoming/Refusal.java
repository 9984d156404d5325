package eu.lethe.incoming;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Why a request is answered before it reached what it was meant for. */
public enum Refusal {
    /** The address or the request cannot be read, or the caller left. */
    UNREADABLE,
    /** There is nothing at such an address. */
    UNKNOWN,
    /** It comes as a form, which nothing takes. */
    FORM,
    /** Something failed on this side. */
    UNEXPECTED;

    /** The words of whoever answers. */
    public interface Words {

        /** Writes a problem detail, with its status. */
        void write(Refusal why, HttpServletRequest request, HttpServletResponse response) throws IOException;
    }
}
