namespace ZoneFlow.Runtime.Ports;

/// <summary>A personal text beside the journal: deletable, and provable against its digest while it stands.</summary>
/// <param name="Digest">HMAC-SHA-256 of the text under the salt, 64 hex digits.</param>
/// <param name="Salt">32 bytes, base64.</param>
/// <param name="Kind">What it is: reason, name, contact, text, file-name, answer.</param>
public sealed record ConfidedText(string Digest, string Salt, string Kind, string Text);
