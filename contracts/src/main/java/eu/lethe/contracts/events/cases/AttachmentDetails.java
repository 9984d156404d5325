package eu.lethe.contracts.events.cases;

/**
 * Understands what a document is called; always sealed in {@code narrative}.
 *
 * @param name of the file as it was chosen
 * @param mediaType as found in the content, e.g. {@code application/pdf}
 * @param sha256 of the content in clear, base64url
 */
public record AttachmentDetails(String name, String mediaType, String sha256) {

    @Override
    public String toString() {
        return "AttachmentDetails[…]";
    }
}
