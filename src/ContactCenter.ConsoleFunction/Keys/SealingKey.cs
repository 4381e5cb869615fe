using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace ContactCenter.WebFunction.Keys;

/// <summary>
/// A key of AWS KMS that seals the keys of cookies and forms: whoever may read the table has not got them, and the key does nothing else.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="key">ARN of the key.</param>
internal sealed class SealingKey(IAmazonKeyManagementService client, string key)
{
    /// <summary>What is sealed for another purpose does not open here; the policy of the key's users names the same.</summary>
    private static readonly Dictionary<string, string> Purpose = new(StringComparer.Ordinal) { ["purpose"] = "console-keys" };

    /// <summary>Seals up to 4 KB.</summary>
    public byte[] Seal(byte[] open)
    {
        using var text = new MemoryStream(open, writable: false);
        var response = client.EncryptAsync(new EncryptRequest { KeyId = key, Plaintext = text, EncryptionContext = Purpose })
            .GetAwaiter().GetResult();
        return response.CiphertextBlob.ToArray();
    }

    /// <summary>Opens what was sealed.</summary>
    public byte[] Open(byte[] shut)
    {
        using var text = new MemoryStream(shut, writable: false);
        var response = client.DecryptAsync(new DecryptRequest { KeyId = key, CiphertextBlob = text, EncryptionContext = Purpose })
            .GetAwaiter().GetResult();
        return response.Plaintext.ToArray();
    }
}
