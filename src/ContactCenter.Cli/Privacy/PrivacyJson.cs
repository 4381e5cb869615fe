using System.Text.Json.Serialization;
using ContactCenter.Core.Contacts.Privacy;

namespace ContactCenter.Cli.Privacy;

/// <summary>What <c>privacy</c> prints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(PrivacyExport))]
[JsonSerializable(typeof(PrivacyReceipt))]
internal sealed partial class PrivacyJson : JsonSerializerContext;
