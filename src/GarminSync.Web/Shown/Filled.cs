using System.Globalization;
using System.Text;

namespace GarminSync.Web.Shown;

/// <summary>Texts with places for values.</summary>
internal static class Filled
{
    /// <summary>The text with its places <c>{0}</c>, <c>{1}</c> … filled.</summary>
    public static string With(this string text, params object?[] values) => string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(text), values);
}
