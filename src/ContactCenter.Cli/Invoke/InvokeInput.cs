using System.Text.Json;

namespace ContactCenter.Cli.Invoke;

/// <summary>A file that is named to <c>invoke</c>, as it was read.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Bytes">What is in it.</param>
internal sealed record InvokeInput(string Name, byte[] Bytes)
{
    /// <summary>Lambda takes events of up to 6 MB (developer guide, quotas).</summary>
    private const int MaximumBytes = 6 * 1024 * 1024;

    /// <summary>Reads a file, or standard input when it is called -.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static async Task<InvokeInput> ReadAsync(string file, CancellationToken cancellation)
    {
        var name = file == "-" ? Say.StandardInput : file;
        try
        {
            await using var stream = file == "-" ? StandardStreams.OpenInput() : File.OpenRead(file);
            using var copy = new MemoryStream();
            var buffer = new byte[81920];
            while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                copy.Write(buffer, 0, read);
                if (copy.Length > MaximumBytes)
                {
                    throw new InputException(Say.EventTooLarge(name, $"{MaximumBytes}"));
                }
            }

            return new InvokeInput(name, InputFile.Utf8(copy.ToArray()));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFile.Problem(name, failure));
        }
    }

    /// <summary>Itself, when it is JSON.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public InvokeInput Checked()
    {
        if (Bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new InputException(Say.EventEmpty(Name));
        }

        try
        {
            using (JsonDocument.Parse(Bytes))
            {
                return this;
            }
        }
        catch (JsonException wrong)
        {
            throw new InputException(InputFile.Problem(Name, wrong));
        }
    }
}
