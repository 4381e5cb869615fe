using System.Text;
using System.Text.Json;

namespace ContactCenter.Cli;

/// <summary>Says why a file that a command names cannot be read.</summary>
internal static class InputFile
{
    /// <summary>
    /// A file as UTF-8 without a byte order mark. Editors write one, and the shell of Windows writes UTF-16 with one into a redirected
    /// file.
    /// </summary>
    public static byte[] Utf8(byte[] bytes) => Marked(bytes) switch
    {
        UTF8Encoding => bytes[Encoding.UTF8.Preamble.Length..],
        { } encoding => Encoding.Convert(encoding, Encoding.UTF8, bytes, encoding.Preamble.Length, bytes.Length - encoding.Preamble.Length),
        null => bytes,
    };

    /// <summary>Opens a file so that it is read as UTF-8; a mark at its begin may be left.</summary>
    public static Stream OpenUtf8(string path)
    {
        var stream = File.OpenRead(path);
        Span<byte> first = stackalloc byte[3];
        var length = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (Marked(first[..length]) is not { } encoding || encoding is UTF8Encoding)
        {
            return stream;
        }

        stream.Position = encoding.Preamble.Length;
        return Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return encoding;
            }
        }

        return null;
    }

    /// <summary>The failure with the name of its file, once.</summary>
    public static string Problem(string path, Exception failure) => failure switch
    {
        _ when Directory.Exists(path) => Say.IsFolder(path),
        FileNotFoundException or DirectoryNotFoundException => Say.NoSuchFile(path),
        UnauthorizedAccessException => Say.MayNotBeRead(path),

        // of a member that nothing reads the message names a type of ours, and no place
        JsonException { Path: { } place } when failure.Message.Contains(" .NET ", StringComparison.Ordinal) =>
            Say.UnknownMember(path, place),

        // it is JSON, and not what is meant: the message names the place
        JsonException { InnerException: not JsonException, Path: not null } => $"{path}: {Spoken.Now.Problem(failure.Message)}",
        JsonException { LineNumber: { } line, BytePositionInLine: { } position } => Say.EventNoJson(path, $"{line + 1}", $"{position + 1}"),
        _ => $"{path}: {Spoken.Now.Problem(failure.Message)}",
    };
}
