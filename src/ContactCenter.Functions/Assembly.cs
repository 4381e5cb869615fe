using System.Runtime.CompilerServices;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using ContactCenter.Functions;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<FunctionsJson>))]
[assembly: InternalsVisibleTo("ContactCenter.Functions.Tests")]
[assembly: InternalsVisibleTo("ContactCenter.Embedded")]
[assembly: InternalsVisibleTo("ContactCenter.Embedded.Tests")]
[assembly: InternalsVisibleTo("ContactCenter.Fuzz")]
