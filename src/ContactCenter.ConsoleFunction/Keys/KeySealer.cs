using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.WebFunction.Keys;

/// <summary>Seals the secret part of a key before it is stored.</summary>
/// <param name="key">The sealing key.</param>
internal sealed class KeySealer(SealingKey key) : IXmlEncryptor
{
    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var shut = key.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(shut)), typeof(KeyOpener));
    }
}

/// <summary>Opens what <see cref="KeySealer"/> has sealed; what protects the cookies makes it, by its name in the stored key.</summary>
/// <param name="services">Those of the application.</param>
internal sealed class KeyOpener(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var open = services.GetRequiredService<SealingKey>().Open(Convert.FromBase64String(encryptedElement.Value));
        return XElement.Parse(Encoding.UTF8.GetString(open));
    }
}
